import { CalendarFileParams, CalendarParams } from '#src/api/params.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { toCalendarFile } from '#src/lib/calendar-file.ts';
import { parseQuery } from '#engine/requests/query-params.ts';
import { refuseUnknown } from '#engine/requests/parameter-refusal.ts';
import type { Asked, Prepared } from './asked.ts';
import { hasWords } from './has-words.ts';
import { dateConditions } from './list-meetings.ts';
import { allOf, createValues } from './statement.ts';

/** The items' bodies, in the calendar's order. */
function prepareItems({ edition, sql }: Asked, params: CalendarParams): () => Promise<string[]> {
  const { lookup } = edition.catalogue;
  refuseUnknown('field', params.field, lookup.hasField);
  refuseUnknown('exchangeYear', params.exchangeYear, lookup.hasExchangeYear);
  const values = createValues();
  const { kind, field, exchangeYear, q } = params;
  const where = [
    ...dateConditions(params, values),
    ...values.isAny('kind', kind),
    ...values.hasAny('fields', field),
    ...values.isAny('exchange_year', exchangeYear),
    ...hasWords(q, values),
  ];
  return async () => {
    const rows = await sql.query<{ body: string }>(
      `SELECT body FROM ${edition.namespace}.calendar_item WHERE ${allOf(where)} ORDER BY seq`,
      values.list,
    );
    return rows.map(({ body }) => body);
  };
}

export function prepareCalendar(asked: Asked): Prepared {
  const params = parseQuery(CalendarParams, asked.query);
  const items = prepareItems(asked, params);
  const { record, span } = asked.edition.catalogue;
  return async () => {
    const bodies = await items();
    const [title, from, to] = [
      record.mechanism.name,
      params.from ?? span.from,
      params.to ?? span.to,
    ].map((value) => JSON.stringify(value));
    return `{"title":${title},"from":${from},"to":${to},"items":[${bodies.join(',')}],"total":${bodies.length}}`;
  };
}

export function prepareCalendarFile(asked: Asked): Prepared {
  const { lang = 'en', ...params } = parseQuery(CalendarFileParams, asked.query);
  const items = prepareItems(asked, params);
  const { mechanism } = asked.edition.catalogue.record;
  return async () => {
    const list = (await items()).map((body) => JSON.parse(body) as CalendarItem);
    return toCalendarFile({ title: mechanism.name, items: list }, mechanism, lang);
  };
}
