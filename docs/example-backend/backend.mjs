/**
 * A whole backend in plain JavaScript, without any package: `node backend.mjs [RECORD-FOLDER] [PORT]`.
 * It is written to be read beside the contract (`public/openapi.yaml`), whose words it uses, and it looks through the
 * whole record for every answer: right for some thousand entries, and the first thing to change for more.
 */
import { createServer } from 'node:http';

import {
  meetings,
  years,
  hash,
  dataVersion,
  dataDate,
  first,
  last,
  isDated,
  byText,
  sortBy,
  byId,
  find,
  source,
  local,
  supported,
  documents,
  toEntry,
  toMeeting,
  toWholeMeeting,
  toYear,
  toWholeYear,
  port,
  accounts,
  mechanism,
  groups,
  fields,
  sources,
  places,
  people,
  commissions,
} from './record.mjs';
import { within, matching, ENTRY_KEYS, summarise } from './entries.mjs';
import { calendar, calendarFile } from './calendar.mjs';
import {
  SOURCE_KEYS,
  restingOn,
  listSources,
  terms,
  list,
  search,
} from './documents-and-search.mjs';
import {
  Refused,
  refuse,
  one,
  many,
  oneOf,
  number,
  ordinal,
  tag,
  date,
  bothWays,
  known,
  q,
  dated,
  entryFilters,
  paged,
  range,
  readParameters,
  toPage,
} from './parameters.mjs';

/* Paths. */

const nothingThere = () => new Refused(404, 'There is nothing at this address');
const there = (thing, answer) => {
  if (!thing) throw nothingThere();
  return answer(thing);
};
const MEETING_KEYS = { ordinal: (one_) => one_.ordinal, entries: (one_) => one_.entries };
const PATHS = {
  '/mechanism': [{}, () => ({ ...mechanism, dataVersion, dataDate })],
  '/fields': [{}, () => ({ groups, fields })],
  '/meetings': [
    {
      ...range,
      ...paged,
      sort: one(bothWays(['ordinal', 'entries'])),
      format: many(oneOf(['in-person', 'video', 'hybrid'])),
      host: known(mechanism.parties),
      person: known(people),
      place: known(places),
    },
    ({ sort = '-ordinal', format, host, person, place, from, to, ...page }) => {
      const kept = meetings.filter(
        (meeting) =>
          isDated(first(meeting.date), last(meeting.date), { from, to }) &&
          within(format, [meeting.format]) &&
          within(place, [meeting.place]) &&
          within(
            person,
            meeting.coChairs.map((chair) => chair.person),
          ),
      );
      return toPage(
        sortBy(
          kept.map(toMeeting).filter((meeting) => within(host, [meeting.host])),
          sort,
          MEETING_KEYS,
        ),
        page,
      );
    },
  ],
  '/meetings/': [
    {},
    (_, id) =>
      there(
        meetings.find((meeting) => String(meeting.ordinal) === id),
        toWholeMeeting,
      ),
  ],
  '/entries': [
    { ...entryFilters, ...paged, sort: one(bothWays(Object.keys(ENTRY_KEYS))) },
    ({ sort = '-meeting', limit, cursor, seal, ...filters }) => {
      const page = toPage(sortBy(matching(filters).toSorted(byId), sort, ENTRY_KEYS), {
        limit,
        cursor,
        seal,
      });
      return { ...page, items: page.items.map(toEntry) };
    },
  ],
  '/fields/summary': [
    {
      ...entryFilters,
      by: one(oneOf(['kind', 'party', 'meeting', 'year', 'reportedBy'])),
      split: one(oneOf(['kind', 'party'])),
    },
    (asked) =>
      asked.split === (asked.by ?? 'kind')
        ? refuse('split', 'It is what the columns are already')
        : summarise(asked),
  ],
  '/exchange-years': [{}, () => list(years.map(toYear))],
  '/exchange-years/': [{}, (_, id) => there(find(years, id), toWholeYear)],
  '/commissions': [
    {},
    () =>
      list(
        commissions.map((body) => ({
          ...body,
          fields: body.fields.map((id) => find(fields, id)),
          sessions: body.sessions
            .toSorted((a, b) => byText(first(a.date), first(b.date)))
            .map((session) => ({
              ...session,
              place: find(places, session.place),
              source: source(session.source),
            })),
          sources: documents.commission(body).map(source),
          status: supported(documents.commission(body)),
          notes: local(body.notes),
        })),
      ),
  ],
  '/people': [{}, () => list(people.map((person) => ({ ...person, terms: terms(person) })))],
  '/search': [
    { q, limit: one(number(50)) },
    (asked) => (asked.q === undefined ? refuse('q', 'It is needed') : search(asked)),
  ],
  '/calendar': [dated, calendar],
  '/calendar.ics': [{ ...dated, lang: one(tag) }, calendarFile],
  '/sources': [
    {
      ...paged,
      to: one(date),
      q,
      language: many(tag),
      reportedBy: many(oneOf(accounts)),
      copies: one(oneOf(['without', 'only'])),
      meeting: many(ordinal),
      sort: one(bothWays(Object.keys(SOURCE_KEYS))),
    },
    listSources,
  ],
  '/sources/': [
    {},
    (_, id) => there(find(sources, id), (found) => ({ ...found, ...restingOn(id) })),
  ],
};

/* HTTP: methods, tags, other origins, problems. */

const BASE = '/api/v1';
const METHODS = 'GET, HEAD, OPTIONS';
function answerTo({ method, url, headers }) {
  if (!URL.canParse(url, 'http://localhost')) throw nothingThere();
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const asked = pathname.startsWith(`${BASE}/`) ? pathname.slice(BASE.length) : '';
  const id = Object.hasOwn(PATHS, asked) ? undefined : asked.slice(asked.lastIndexOf('/') + 1);
  const found = id === undefined ? asked : asked.slice(0, asked.lastIndexOf('/') + 1);
  if (!Object.hasOwn(PATHS, found) || id === '' || (found === asked && asked.endsWith('/')))
    throw nothingThere();
  if (method === 'OPTIONS')
    return {
      status: 204,
      headers: {
        'access-control-allow-methods': METHODS,
        'access-control-allow-headers': 'If-None-Match',
      },
    };
  if (method !== 'GET' && method !== 'HEAD')
    throw new Refused(405, 'This address can only be read');
  const [takes, reply] = PATHS[found];
  const values = readParameters(takes, searchParams);
  const seal = JSON.stringify([
    found,
    ...Object.entries({ ...values, limit: 0, cursor: 0 })
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(String).toSorted() : value])
      .toSorted(([a], [b]) => byText(a, b)),
  ]);
  const body = reply(takes.cursor ? { ...values, seal } : values, id);
  const content = typeof body === 'string' ? body : JSON.stringify(body);
  const etag = `"${hash(`${dataVersion} ${pathname} ${content}`)}"`;
  const held = headers['if-none-match']?.match(/\*|"[^"]*"/g) ?? [];
  if (held.includes('*') || held.includes(etag)) return { status: 304, headers: { etag } };
  const type = typeof body === 'string' ? 'text/calendar; charset=utf-8' : 'application/json';
  return { status: 200, headers: { etag, 'content-type': type }, content };
}

const server = createServer((request, response) => {
  let said;
  try {
    said = answerTo(request);
  } catch (error) {
    const problem = error.problem ?? {
      type: 'about:blank',
      title: 'The backend failed',
      status: 500,
    };
    if (!error.problem) console.error(error);
    const allow = problem.status === 405 ? { allow: METHODS } : {};
    said = {
      status: problem.status,
      headers: { ...allow, 'content-type': 'application/problem+json' },
      content: JSON.stringify(problem),
    };
  }
  response.writeHead(said.status, {
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag',
    ...said.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : said.content);
});
server.listen(Number(port), () => console.info(`http://localhost:${server.address().port}${BASE}`));
