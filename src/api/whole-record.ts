import type { Api } from './client.ts';
import { MAX_LIMIT } from './params.ts';
import { walkPages } from './walk-pages.ts';

/** Everything that a backend has, asked for page by page; for taking the record away whole, never for a view. */
export async function fetchWholeRecord(api: Api) {
  const [mechanism, taxonomy, people, commissions, years] = await Promise.all([
    api.mechanism(),
    api.fields(),
    api.people(),
    api.commissions(),
    api.exchangeYears(),
  ]);
  const next = (cursor: string | null) => ({
    limit: MAX_LIMIT,
    ...(cursor !== null && { cursor }),
  });
  const summaries = await walkPages((cursor) => api.meetings({ ...next(cursor), sort: 'ordinal' }));
  const entries = await walkPages((cursor) => api.entries({ ...next(cursor), sort: 'meeting' }));
  const sources = await walkPages((cursor) => api.sources(next(cursor)));
  const [meetings, exchangeYears] = await Promise.all([
    Promise.all(summaries.map(({ ordinal }) => api.meeting(ordinal))),
    Promise.all(years.items.map(({ id }) => api.exchangeYear(id))),
  ]);
  return {
    mechanism,
    taxonomy,
    people: people.items,
    commissions: commissions.items,
    meetings,
    entries,
    sources,
    exchangeYears,
  };
}
export type WholeRecord = Awaited<ReturnType<typeof fetchWholeRecord>>;
