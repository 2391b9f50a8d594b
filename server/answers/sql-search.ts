import { SearchParams } from '#src/api/params.ts';
import type { Translations } from '#src/api/schemas/common.ts';
import { type SearchGroup, type SearchMatch, SearchType } from '#src/api/schemas/search.ts';
import { parseQuery } from '#engine/requests/query-params.ts';
import { entryName } from '#engine/answers/search-record.ts';
import { foldText } from '#engine/text/folded-text.ts';
import type { Asked, Prepared } from './asked.ts';
import { hasWords } from './has-words.ts';
import { allOf, createValues } from './statement.ts';

const DEFAULT_LIMIT = 8;
type EntryRow = {
  id: string;
  meeting: number;
  text: string;
  lang: string;
  translations: string | null;
};
type Found = Map<SearchType, Omit<SearchGroup, 'type'>>;

/** The first matches of each type of thing but entries, whatever a query is equal to before the others. */
async function findItems({ edition, sql }: Asked, q: string, limit: number): Promise<Found> {
  const values = createValues();
  const where = allOf(hasWords(q, values));
  const whole = foldText(q).trim();
  const isExact = whole.includes('\0') ? 'false' : `${values.add(whole)} = ANY(exact)`;
  const rows = await sql.query<{ type: SearchType; total: number; body: string }>(
    `SELECT type, total, body FROM (
       SELECT type, body, count(*) OVER (PARTITION BY type)::int AS total,
         row_number() OVER (PARTITION BY type ORDER BY ${isExact} DESC, seq) AS place
       FROM ${edition.namespace}.search_item WHERE ${where}
     ) found WHERE place <= ${values.add(limit)}::int ORDER BY type, place`,
    values.list,
  );
  const found: Found = new Map();
  for (const { type, total, body } of rows) {
    const group = found.get(type) ?? { total, items: [] };
    group.items.push(JSON.parse(body) as SearchMatch);
    found.set(type, group);
  }
  return found;
}

async function findEntries({ edition, sql }: Asked, q: string, limit: number) {
  const values = createValues();
  const matching = `FROM ${edition.namespace}.entry WHERE ${allOf(hasWords(q, values))}`;
  const [[counted], rows] = await Promise.all([
    sql.query<{ total: number }>(`SELECT count(*)::int AS total ${matching}`, [...values.list]),
    sql.query<EntryRow>(
      `SELECT id, meeting, text, lang, translations ${matching} ORDER BY meeting DESC, seq LIMIT ${limit}`,
      [...values.list],
    ),
  ]);
  const { lookup } = edition.catalogue;
  const items = rows.map(({ id, meeting, translations, ...said }): SearchMatch => {
    const { date } = lookup.meeting(meeting);
    const others =
      translations === null ? {} : { translations: JSON.parse(translations) as Translations };
    return { detail: null, date, meeting, id, name: entryName({ ...said, ...others }) };
  });
  return { total: counted?.total ?? 0, items };
}

export function prepareSearch(asked: Asked): Prepared {
  const { q, limit = DEFAULT_LIMIT } = parseQuery(SearchParams, asked.query);
  return async () => {
    const [found, entries] = await Promise.all([
      findItems(asked, q, limit),
      findEntries(asked, q, limit),
    ]);
    if (entries.total > 0) found.set('entry', entries);
    const groups = SearchType.options.flatMap((type) => {
      const group = found.get(type);
      return group ? [{ type, ...group }] : [];
    });
    return JSON.stringify({ q, groups });
  };
}
