import { DEFAULT_LIMIT, EntryParams, type EntrySort } from '#src/api/params.ts';
import type { Entry, EntryList } from '#src/api/schemas/entries.ts';
import type { Evidence } from '#src/api/schemas/sources.ts';
import { parseQuery } from '#engine/requests/query-params.ts';
import type { Catalogue } from '../catalogue.ts';
import { SORT_COLUMNS, type SortKey } from '../edition/edition-tables.ts';
import type { Asked, Prepared } from './asked.ts';
import { createCursors, type Place, toPage } from './sql-cursor.ts';
import {
  type EntryConditions,
  ownConditions,
  refuseAndCompile,
  setConditions,
  singleConditions,
} from './entry-conditions.ts';
import { allOf, createValues } from './statement.ts';
import { createCounting } from './counting.ts';

type EntryRow = {
  key: number;
  seq: number;
  id: string;
  meeting: number;
  kind: number;
  party: number;
  status: number;
  fields: number[];
  years: number[];
  text: string;
  lang: string;
  translations: string | null;
  locator: string | null;
  /** What each piece of evidence says beside its document, as JSON. */
  pages: string;
  /** The documents of the evidence, each as JSON; null without any. */
  bodies: string[] | null;
};

function toEvidence({ pages, bodies }: EntryRow): Evidence[] {
  const said = JSON.parse(pages) as Omit<Evidence, 'source'>[];
  return said.map((page, index) => ({
    source: JSON.parse(bodies?.[index] ?? 'null') as Evidence['source'],
    ...page,
  }));
}

function toEntry(row: EntryRow, { values, lookup }: Catalogue): Entry {
  const evidence = toEvidence(row);
  const [first] = evidence;
  return {
    id: row.id,
    meeting: { ordinal: row.meeting, date: lookup.meeting(row.meeting).date },
    kind: values.kind[row.kind] as Entry['kind'],
    party: values.party[row.party] ?? '',
    fields: row.fields.map((position) => lookup.field(values.field[position] ?? '')),
    exchangeYears: row.years.map((position) =>
      lookup.exchangeYear(values.exchangeYear[position] ?? ''),
    ),
    text: row.text,
    lang: row.lang,
    ...(row.translations !== null && {
      translations: JSON.parse(row.translations) as NonNullable<Entry['translations']>,
    }),
    source: first?.source ?? null,
    locator: row.locator,
    status: values.status[row.status] as Entry['status'],
    ...(first?.quote && { quote: first.quote }),
    evidence,
  };
}

function toOrder(sort: EntrySort) {
  const isDown = sort.startsWith('-');
  const columns = SORT_COLUMNS[sort.replace('-', '') as SortKey];
  return {
    column: isDown ? columns.down : columns.up,
    direction: isDown ? 'DESC' : 'ASC',
    beyond: isDown ? '<' : '>',
  };
}

/** Reads one page off the order's index, from the place where the page before ended. */
function toPageStatement(
  namespace: string,
  conditions: EntryConditions,
  { sort, limit, after }: { sort: EntrySort; limit: number; after: Place | null },
) {
  const values = createValues();
  const { column, direction, beyond } = toOrder(sort);
  const sets = setConditions(conditions, values);
  const where = [
    ...singleConditions(conditions, values),
    ...ownConditions(namespace, conditions, values),
    ...(sets.length === 0
      ? []
      : [`set_id IN (SELECT id FROM ${namespace}.entry_set WHERE ${allOf(sets)})`]),
  ];
  if (after !== null) {
    const key = `${values.add(after.key)}::int`;
    const seq = `${values.add(after.seq)}::int`;
    where.push(
      `${column} ${beyond}= ${key}`,
      `(${column} ${beyond} ${key} OR (${column} = ${key} AND seq > ${seq}))`,
    );
  }
  const page = `SELECT *, ${column} AS key FROM ${namespace}.entry WHERE ${allOf(where)}
    ORDER BY ${column} ${direction}, seq LIMIT ${values.add(limit + 1)}::int`;
  const text = `SELECT e.key::int AS key, e.seq, e.id, e.meeting, e.kind, e.party, e.status, e.text, e.lang, e.locator,
      e.translations, e.pages, x.fields, x.years, cited.bodies
    FROM (${page}) e JOIN ${namespace}.entry_set x ON x.id = e.set_id
    LEFT JOIN LATERAL (SELECT array_agg(s.body ORDER BY u.place) AS bodies
      FROM unnest(e.sources) WITH ORDINALITY AS u(pos, place)
      JOIN ${namespace}.source s ON s.pos = u.pos) cited ON true
    ORDER BY e.key ${direction}, e.seq`;
  return { text, values: values.list };
}

async function countEntries(
  { sql, edition }: Pick<Asked, 'sql' | 'edition'>,
  conditions: EntryConditions,
): Promise<number> {
  const counting = createCounting(edition.namespace, conditions);
  const text = counting.toStatement([counting.piece({ part: 'total' })]);
  const [row] = await sql.query<{ entries: number }>(text, counting.values);
  return row?.entries ?? 0;
}

/** Rule 2: a page is a stretch of one index, so the last page of millions costs as much as the first. */
export async function prepareEntries(asked: Asked): Promise<Prepared> {
  const { edition, sql, secret } = asked;
  const params = parseQuery(EntryParams, asked.query);
  const { sort = '-meeting', limit = DEFAULT_LIMIT, cursor, ...filters } = params;
  const cursors = createCursors('entries', { ...filters, sort }, edition, secret);
  // Before the filters, whose values an older edition may not know.
  const after = cursors.parse(cursor);
  const compile = await refuseAndCompile(asked, filters);
  const conditions = compile();
  return async () => {
    const page = toPageStatement(edition.namespace, conditions, { sort, limit, after });
    const [total, rows] = await Promise.all([
      countEntries(asked, conditions),
      sql.query<EntryRow>(page.text, page.values),
    ]);
    const { items, nextCursor } = toPage(rows, limit, cursors.format);
    const list: EntryList = {
      items: items.map((row) => toEntry(row, edition.catalogue)),
      total,
      nextCursor,
    };
    return JSON.stringify(list);
  };
}
