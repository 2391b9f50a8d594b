import { lastDay } from '#src/api/edtf.ts';
import { DEFAULT_LIMIT, SourceParams } from '#src/api/params.ts';
import type { Source, SourceList, SourceSummary } from '#src/api/schemas/sources.ts';
import { type AlikeSources, countSources } from '#engine/answers/count-sources.ts';
import { parseQuery } from '#engine/requests/query-params.ts';
import { refuseUnknown } from '#engine/requests/parameter-refusal.ts';
import type { Asked, Prepared } from './asked.ts';
import { createCursors, type Place, toPage } from './sql-cursor.ts';
import { hasWords } from './has-words.ts';
import { allOf, createValues, type Values } from './statement.ts';

type SourceRow = {
  key: number | null;
  seq: number;
  body: string;
  entries: number;
  meetings: number;
  exchange_years: number;
  commissions: number;
};

const KEYS: Record<string, string> = {
  title: 'title_rank',
  publisher: 'publisher_rank',
  date: 'date_rank',
  entries: 'entries',
};

/** What rests on each document: as loaded, or summed up anew for what is dated by then. */
function toCounted(namespace: string, to: string | undefined, values: Values): string {
  const columns =
    'pos, language, account, is_copy, title_rank, publisher_rank, date_rank, folded, body';
  if (to === undefined)
    return `SELECT ${columns}, entries, meetings, exchange_years, commissions FROM ${namespace}.source`;
  const sum = (kind: string) =>
    `coalesce(sum(things) FILTER (WHERE c.kind = '${kind}'), 0)::int AS`;
  return `SELECT ${columns}, c.* FROM ${namespace}.source JOIN (
      SELECT source, ${sum('entries')} entries, ${sum('meetings')} meetings,
        ${sum('exchangeYears')} exchange_years, ${sum('commissions')} commissions
      FROM ${namespace}.citation c WHERE first_day <= ${values.add(lastDay(to))} GROUP BY source
    ) c ON c.source = pos`;
}

function toConditions(namespace: string, params: SourceParams, values: Values): string[] {
  return [
    ...(params.meeting === undefined
      ? []
      : [
          `pos IN (SELECT source FROM ${namespace}.citation WHERE kind = 'meetings' AND meeting = ANY(${values.add(params.meeting)}::int[]))`,
        ]),
    ...hasWords(params.q, values),
  ];
}

/** The filters by choice, whose choices are counted without them. */
function toChosen({ language, reportedBy, copies }: SourceParams, values: Values): string[] {
  return [
    ...values.isAny('language', language),
    ...values.isAny('account', reportedBy),
    ...(copies === undefined ? [] : [copies === 'only' ? 'is_copy' : 'NOT is_copy']),
  ];
}

/** Documents without the key come last in either direction, and by id among themselves. */
function toAfter({ key, seq }: Place, column: string, beyond: string, values: Values): string {
  const s = `${values.add(seq)}::int`;
  if (key === null) return `(${column} IS NULL AND pos > ${s})`;
  const k = `${values.add(key)}::int`;
  return `(${column} IS NULL OR ${column} ${beyond} ${k} OR (${column} = ${k} AND pos > ${s}))`;
}

function toSummary({ body, ...row }: SourceRow): SourceSummary {
  return {
    ...(JSON.parse(body) as Source),
    entries: row.entries,
    meetings: row.meetings,
    exchangeYears: row.exchange_years,
    commissions: row.commissions,
  };
}

export function prepareSources({ edition, sql, query, secret }: Asked): Prepared {
  const params = parseQuery(SourceParams, query);
  const { sort = 'title', limit = DEFAULT_LIMIT } = params;
  const cursors = createCursors('sources', { ...params, sort }, edition, secret);
  const after = cursors.parse(params.cursor);
  const { hasMeeting, accountOrder } = edition.catalogue.lookup;
  refuseUnknown('meeting', params.meeting, hasMeeting);
  refuseUnknown('reportedBy', params.reportedBy, (id) => accountOrder.includes(id));
  return async () => {
    const values = createValues();
    const { namespace } = edition;
    const counted = toCounted(namespace, params.to, values);
    const unchosen = `SELECT * FROM (${counted}) s WHERE ${allOf(toConditions(namespace, params, values))}`;
    const alike = await sql.query<AlikeSources>(
      `SELECT language, account, is_copy AS "isCopy", count(*)::int AS sources FROM (${unchosen}) l
       GROUP BY language, account, is_copy`,
      [...values.list],
    );
    const column = KEYS[sort.replace('-', '')] ?? 'title_rank';
    const [direction, beyond] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
    const chosen = allOf(toChosen(params, values));
    const place = after === null ? 'true' : toAfter(after, column, beyond, values);
    const rows = await sql.query<SourceRow>(
      `SELECT ${column} AS key, pos AS seq, body, entries, meetings, exchange_years, commissions
       FROM (${unchosen}) l WHERE ${chosen} AND ${place}
       ORDER BY ${column} ${direction} NULLS LAST, pos LIMIT ${values.add(limit + 1)}::int`,
      values.list,
    );
    const { items, nextCursor } = toPage(rows, limit, cursors.format);
    const { total, ...choices } = countSources(alike, params, accountOrder);
    const list: SourceList = { items: items.map(toSummary), total, nextCursor, ...choices };
    return JSON.stringify(list);
  };
}
