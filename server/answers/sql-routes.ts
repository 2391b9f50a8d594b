import * as v from 'valibot';

import { parseQuery } from '#engine/requests/query-params.ts';
import type { Asked, Prepared } from './asked.ts';
import { prepareCalendar, prepareCalendarFile } from './list-calendar.ts';
import { prepareEntries } from './sql-entries.ts';
import { prepareMeetings } from './list-meetings.ts';
import { prepareSources } from './list-sources.ts';
import { prepareSearch } from './sql-search.ts';
import { prepareSummary } from './summarise-fields.ts';

/** Null where the contract has 404. */
type Answer = (asked: Asked) => Promise<Prepared | null> | Prepared | null;

const NoParams = v.strictObject({});

/** An answer that was whole when the edition was loaded. */
const document =
  (toPath: (id: string) => string): Answer =>
  async ({ query, id, sql, edition }) => {
    parseQuery(NoParams, query);
    const path = toPath(id);
    if (path.includes('\0')) return null;
    const [found] = await sql.query<{ body: string }>(
      `SELECT body FROM ${edition.namespace}.document WHERE path = $1`,
      [path],
    );
    return found === undefined ? null : () => found.body;
  };
const plain = (path: string): [string, Answer] => [path, document(() => path)];

/** What answers each path of the contract; a test holds the paths against the mock's. */
export const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  plain('/mechanism'),
  plain('/fields'),
  plain('/exchange-years'),
  plain('/commissions'),
  plain('/people'),
  ['/meetings/{ordinal}', document((id) => `/meetings/${id}`)],
  ['/exchange-years/{id}', document((id) => `/exchange-years/${id}`)],
  ['/sources/{id}', document((id) => `/sources/${id}`)],
  ['/entries', prepareEntries],
  ['/fields/summary', prepareSummary],
  ['/meetings', prepareMeetings],
  ['/sources', prepareSources],
  ['/calendar', prepareCalendar],
  ['/calendar.ics', prepareCalendarFile],
  ['/search', prepareSearch],
]);
