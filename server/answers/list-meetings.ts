import { DEFAULT_LIMIT, MeetingParams } from '#src/api/params.ts';
import { firstDay, lastDay } from '#src/api/edtf.ts';
import { parseQuery } from '#engine/requests/query-params.ts';
import { toDayRange } from '#engine/requests/date-range.ts';
import { refuseUnknown } from '#engine/requests/parameter-refusal.ts';
import type { Asked, Prepared } from './asked.ts';
import { createCursors, type Place, toPage } from './sql-cursor.ts';
import { allOf, createValues, type Values } from './statement.ts';

type Dates = { from?: string | undefined; to?: string | undefined };

/** A thing whose possible days touch the days asked for. */
export function dateConditions({ from, to }: Dates, values: Values): string[] {
  toDayRange({ from, to });
  return [
    ...(from === undefined ? [] : [`last_day >= ${values.add(firstDay(from))}`]),
    ...(to === undefined ? [] : [`first_day <= ${values.add(lastDay(to))}`]),
  ];
}

/** Bodies are JSON already: they are set into the answer as they are. */
export function toListText(
  bodies: readonly string[],
  total: number,
  nextCursor: string | null,
): string {
  return `{"items":[${bodies.join(',')}],"total":${total},"nextCursor":${JSON.stringify(nextCursor)}}`;
}

function toConditions(params: MeetingParams, values: Values): string[] {
  return [
    ...dateConditions(params, values),
    ...values.isAny('format', params.format),
    ...values.isAny('host', params.host),
    ...values.isAny('place', params.place),
    ...values.hasAny('people', params.person),
  ];
}

function toAfter({ key, seq }: Place, column: string, beyond: string, values: Values): string {
  const [k, s] = [`${values.add(key)}::int`, `${values.add(seq)}::int`];
  return `(${column} ${beyond} ${k} OR (${column} = ${k} AND ordinal > ${s}))`;
}

export function prepareMeetings({ edition, sql, query, secret }: Asked): Prepared {
  const params = parseQuery(MeetingParams, query);
  const { sort = '-ordinal', limit = DEFAULT_LIMIT } = params;
  const cursors = createCursors('meetings', { ...params, sort }, edition, secret);
  const after = cursors.parse(params.cursor);
  const { lookup } = edition.catalogue;
  refuseUnknown('host', params.host, (id) => lookup.parties.some((party) => party.id === id));
  refuseUnknown('person', params.person, lookup.hasPerson);
  refuseUnknown('place', params.place, lookup.hasPlace);
  const values = createValues();
  const matching = allOf(toConditions(params, values));
  return async () => {
    const table = `${edition.namespace}.meeting`;
    const column = sort.endsWith('entries') ? 'entries' : 'ordinal';
    const [direction, beyond] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
    const [counted] = await sql.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${table} WHERE ${matching}`,
      [...values.list],
    );
    const place = after === null ? 'true' : toAfter(after, column, beyond, values);
    const rows = await sql.query<{ key: number; seq: number; body: string }>(
      `SELECT ${column} AS key, ordinal AS seq, body FROM ${table} WHERE ${matching} AND ${place}
       ORDER BY ${column} ${direction}, ordinal LIMIT ${values.add(limit + 1)}::int`,
      values.list,
    );
    const { items, nextCursor } = toPage(rows, limit, cursors.format);
    return toListText(
      items.map(({ body }) => body),
      counted?.total ?? 0,
      nextCursor,
    );
  };
}
