import type { WholeRecord } from '#src/api/whole-record.ts';
import {
  type Column,
  dateColumn,
  nameColumns,
  noteColumns,
  type Table,
  toTable,
  translationColumns,
} from './table.ts';

const idColumn: Column<{ id: string }> = { id: 'id', value: ({ id }) => id };

/** The two parties, the taxonomy, and the documents that everything rests on. */
export function toGroundTables(
  props: Pick<WholeRecord, 'mechanism' | 'taxonomy' | 'sources'>,
): Table[] {
  const { mechanism, taxonomy, sources } = props;
  const { parties } = mechanism;
  const { groups, fields } = taxonomy;
  return [
    toTable('parties', ['id'], parties, [
      idColumn,
      { id: 'country', description: 'ISO 3166-1 alpha-2', value: ({ country }) => country },
      ...nameColumns('name', parties, ({ name }) => name),
    ]),
    toTable('groups', ['id'], groups, [
      idColumn,
      ...nameColumns('name', groups, ({ name }) => name),
    ]),
    toTable('fields', ['id'], fields, [
      idColumn,
      { id: 'group', names: ['groups', 'id'], isRequired: true, value: ({ group }) => group },
      ...nameColumns('name', fields, ({ name }) => name),
    ]),
    toTable('sources', ['id'], sources, [
      idColumn,
      { id: 'title', isRequired: true, value: ({ title }) => title },
      { id: 'publisher', isRequired: true, value: ({ publisher }) => publisher },
      dateColumn('publishedOn', ({ publishedOn }) => publishedOn),
      { id: 'language', description: 'BCP 47', value: ({ language }) => language },
      { id: 'url', isRequired: true, value: ({ url }) => url },
      { id: 'reportedBy', value: ({ reportedBy }) => reportedBy ?? null },
      { id: 'archivedUrl', value: ({ archivedUrl }) => archivedUrl ?? null },
      dateColumn('capturedOn', ({ capturedOn }) => capturedOn ?? null),
      {
        id: 'stand-in',
        description: 'What stands for a title that was not seen',
        value: ({ standIn }) => standIn?.text ?? null,
      },
      {
        id: 'stand-in-from',
        description: '"address" or "description"',
        value: ({ standIn }) =>
          standIn === undefined ? null : standIn.isFromAddress ? 'address' : 'description',
      },
      {
        id: 'copy',
        description: '"yes" for a copy of somebody else’s text',
        value: ({ copy }) => (copy === undefined ? null : 'yes'),
      },
      { id: 'copy-of', names: ['sources', 'id'], value: ({ copy }) => copy?.of ?? null },
    ]),
  ];
}

export function toPlaceTable(
  props: Pick<WholeRecord, 'meetings' | 'exchangeYears' | 'commissions'>,
): Table {
  const { meetings, exchangeYears, commissions } = props;
  const things = [
    ...meetings,
    ...exchangeYears.flatMap(({ events }) => events),
    ...commissions.flatMap(({ sessions }) => sessions),
  ];
  const places = new Map(
    things.flatMap(({ place }) => (place === null ? [] : [[place.id, place]])),
  );
  const rows = [...places.values()];
  return toTable('places', ['id'], rows, [
    idColumn,
    { id: 'country', isRequired: true, value: ({ country }) => country },
    ...nameColumns('name', rows, ({ name }) => name),
  ]);
}

type Citing = { id: string; sources: readonly { id: string }[] };

function toSourceTable(of: string, things: string, all: readonly Citing[]): Table {
  const rows = all.flatMap(({ id, sources }) => sources.map((source) => [id, source.id] as const));
  return toTable(`${of}-sources`, [of, 'source'], rows, [
    { id: of, names: [things, 'id'], value: ([id]) => id },
    { id: 'source', names: ['sources', 'id'], value: ([, source]) => source },
  ]);
}

export function toExchangeYearTables({
  exchangeYears,
}: Pick<WholeRecord, 'exchangeYears'>): Table[] {
  const events = exchangeYears.flatMap((year) =>
    year.events.map((event) => ({ year: year.id, ...event })),
  );
  const figures = exchangeYears.flatMap((year) =>
    year.figures.map((figure) => ({ year: year.id, ...figure })),
  );
  const hosting = exchangeYears.flatMap((year) =>
    year.hosting.map((one) => ({ of: year.id, ...one })),
  );
  const ofYear = {
    id: 'exchange-year',
    names: ['exchange-years', 'id'],
    isRequired: true,
  } as const;
  return [
    toTable('exchange-years', ['id'], exchangeYears, [
      idColumn,
      { id: 'field', names: ['fields', 'id'], value: ({ field }) => field.id },
      { id: 'years', description: 'An EDTF date or interval', value: ({ years }) => years },
      { id: 'status', isRequired: true, value: ({ status }) => status },
      ...noteColumns(exchangeYears),
      ...nameColumns('name', exchangeYears, ({ name }) => name),
    ]),
    toTable('exchange-year-hosting', [], hosting, [
      { ...ofYear, value: ({ of }) => of },
      { id: 'year', type: 'integer', isRequired: true, value: ({ year }) => year },
      { id: 'host', isRequired: true, value: ({ host }) => host },
      ...nameColumns('name', hosting, ({ name }) => name),
    ]),
    toSourceTable('exchange-year', 'exchange-years', exchangeYears),
    toTable('exchange-year-events', [], events, [
      { ...ofYear, value: ({ year }) => year },
      { id: 'kind', isRequired: true, value: ({ kind }) => kind },
      dateColumn('date', ({ date }) => date),
      dateColumn('until', ({ until }) => until ?? null),
      { id: 'text', isRequired: true, value: ({ text }) => text },
      { id: 'lang', value: ({ lang }) => lang },
      ...translationColumns('text', events, ({ translations }) => translations),
      { id: 'place', value: ({ place }) => place?.id ?? null },
      { id: 'country', value: ({ country }) => country },
      { id: 'source', names: ['sources', 'id'], value: ({ source }) => source?.id ?? null },
    ]),
    toTable('exchange-year-figures', [], figures, [
      { ...ofYear, value: ({ year }) => year },
      { id: 'label', isRequired: true, value: ({ label }) => label },
      { id: 'lang', value: ({ lang }) => lang },
      ...translationColumns('label', figures, ({ labelTranslations }) => labelTranslations),
      { id: 'value', type: 'number', isRequired: true, value: ({ value }) => value },
      { id: 'unit', isRequired: true, value: ({ unit }) => unit },
      ...translationColumns('unit', figures, ({ unitTranslations }) => unitTranslations),
      { id: 'source', names: ['sources', 'id'], value: ({ source }) => source?.id ?? null },
    ]),
  ];
}

export function toCommissionTables({ commissions }: Pick<WholeRecord, 'commissions'>): Table[] {
  const sessions = commissions.flatMap((commission) =>
    commission.sessions.map((session) => ({ commission: commission.id, ...session })),
  );
  const fields = commissions.flatMap((commission) =>
    commission.fields.map((field) => ({ commission: commission.id, field: field.id })),
  );
  return [
    toTable('commissions', ['id'], commissions, [
      idColumn,
      dateColumn('founded', ({ founded }) => founded),
      { id: 'status', isRequired: true, value: ({ status }) => status },
      ...noteColumns(commissions),
      ...nameColumns('name', commissions, ({ name }) => name),
    ]),
    toTable('commission-fields', ['commission', 'field'], fields, [
      { id: 'commission', names: ['commissions', 'id'], value: ({ commission }) => commission },
      { id: 'field', names: ['fields', 'id'], value: ({ field }) => field },
    ]),
    toSourceTable('commission', 'commissions', commissions),
    toTable('commission-sessions', [], sessions, [
      {
        id: 'commission',
        names: ['commissions', 'id'],
        isRequired: true,
        value: ({ commission }) => commission,
      },
      { id: 'ordinal', type: 'integer', value: ({ ordinal }) => ordinal },
      dateColumn('date', ({ date }) => date),
      dateColumn('until', ({ until }) => until ?? null),
      { id: 'place', value: ({ place }) => place?.id ?? null },
      { id: 'source', names: ['sources', 'id'], value: ({ source }) => source?.id ?? null },
    ]),
  ];
}
