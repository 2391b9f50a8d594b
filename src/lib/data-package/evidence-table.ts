import type { Evidence } from '#src/api/schemas/sources.ts';
import type { WholeRecord } from '#src/api/whole-record.ts';
import { type Table, toTable } from './table.ts';

type Fact = { evidence?: readonly Evidence[] | undefined };
type Row = { of: string; thing: string; number: number } & Evidence;

/** All the evidence of one thing, what it was coded from first; `thing` is its id, or its place among those of another. */
const rowsOf = (of: string, thing: string, { evidence = [] }: Fact): Row[] =>
  evidence.map((piece, index) => ({ of, thing, number: index + 1, ...piece }));

/** Of several facts of one thing: `thing/1`, `thing/2` and so on, in the order of their table. */
const rowsOfAll = (of: string, thing: string, facts: readonly Fact[]): Row[] =>
  facts.flatMap((fact, index) => rowsOf(of, `${thing}/${index + 1}`, fact));

const yesOrNo = (value: boolean | undefined) => {
  if (value === undefined) return null;
  return value ? 'yes' : 'no';
};

/** What supports each fact, one piece a row. */
export function toEvidenceTable(
  record: Pick<WholeRecord, 'meetings' | 'entries' | 'exchangeYears' | 'commissions'>,
): Table {
  const { meetings, entries, exchangeYears, commissions } = record;
  const rows = [
    ...entries.flatMap((entry) => rowsOf('entry', entry.id, entry)),
    ...meetings.flatMap(({ ordinal, attendance, coChairs, venueEvidence }) => [
      ...rowsOf('venue', String(ordinal), { evidence: venueEvidence }),
      ...rowsOf('attendance', String(ordinal), attendance ?? {}),
      ...rowsOfAll('co-chair', String(ordinal), coChairs),
    ]),
    ...exchangeYears.flatMap(({ id, events, figures }) => [
      ...rowsOfAll('event', id, events),
      ...rowsOfAll('figure', id, figures),
    ]),
    ...commissions.flatMap(({ id, sessions }) => rowsOfAll('session', id, sessions)),
  ];
  return toTable('evidence', ['of', 'thing', 'number'], rows, [
    {
      id: 'of',
      description: 'entry, venue, attendance, co-chair, event, figure or session',
      value: ({ of }) => of,
    },
    {
      id: 'thing',
      description: 'An id or an ordinal; for one of several, with its place among them',
      value: ({ thing }) => thing,
    },
    { id: 'number', type: 'integer', value: ({ number }) => number },
    {
      id: 'source',
      names: ['sources', 'id'],
      isRequired: true,
      value: ({ source }) => source.id,
    },
    { id: 'locator', value: ({ locator }) => locator },
    { id: 'quote', value: ({ quote }) => quote?.text ?? null },
    { id: 'quote-lang', value: ({ quote }) => quote?.lang ?? null },
    { id: 'independent', value: ({ independent }) => yesOrNo(independent) },
    { id: 'basis', value: ({ basis }) => basis?.text ?? null },
    { id: 'basis-lang', value: ({ basis }) => basis?.lang ?? null },
  ]);
}
