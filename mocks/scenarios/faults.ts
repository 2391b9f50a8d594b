import type { Interference } from '#engine/requests/answer-requests.ts';
import { problemAnswer } from '#engine/requests/http-answers.ts';
import { wait, waitForEver } from '../wait.ts';

type Interfering = Partial<Interference>;

const SLOW_DELAY_MS = 1_500;
/** Without these two nothing could say what is failing where. */
const NEVER_FAILING = new Set(['/mechanism', '/fields']);
/** What an older backend of the same contract would not have yet. */
const ADDED_LATER = new Set(['/search', '/people', '/commissions', '/calendar', '/calendar.ics']);
/** The parameters and orders that contracts 1.2 to 1.7 brought, which an older backend refuses like any that it does not have. */
const NEWER_PARAMETERS = ['split', 'reportedBy', 'coChair', 'copies'];
/** The facets and counts that contracts 1.3 to 1.7 brought. */
const NEWER_COUNTS = new Set(['reportedBy', 'coChair', 'accounts', 'copies']);
const NEWER_ORDERS = new Set(['account', '-account']);
/** The properties that contract 1.3 brought. */
const NEWER_PROPERTIES = new Set([
  'evidence',
  'translations',
  'labelTranslations',
  'unitTranslations',
  'venueName',
  'venueEvidence',
  'detailName',
  'standIn',
  'copy',
]);

/** A copy as a backend before contract 1.3 has it: also without the counts of accounts and co-chairs. */
function withoutNewer(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNewer);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, of]) =>
          !NEWER_PROPERTIES.has(name) && !(NEWER_COUNTS.has(name) && Array.isArray(of)),
      )
      .map(([name, of]) => [name, withoutNewer(of)]),
  );
}

/** For each path that the malformed scenario spoils, the property that gets a value of a wrong type. */
const SPOILED: Record<string, string> = {
  '/entries': 'items',
  '/fields/summary': 'rows',
  '/meetings/{ordinal}': 'date',
};

const instanceOf = (request: Request) => new URL(request.url).pathname;

export const slow: Interfering = {
  before: async (_path, { signal }) => {
    await wait(SLOW_DELAY_MS, signal);
    return null;
  },
};

export const failing: Interfering = {
  before: async (path, request) =>
    NEVER_FAILING.has(path)
      ? null
      : problemAnswer(503, {
          detail: 'The scenario "failing" answers nothing else here',
          instance: instanceOf(request),
        }),
};

/** Every list is asked for and none ever comes: no refusal, no end of the connection. */
export const hanging: Interfering = {
  before: (path, { signal }) =>
    NEVER_FAILING.has(path) ? Promise.resolve(null) : waitForEver(signal),
};

export const offline: Interfering = {
  before: () => Promise.reject(new TypeError('The network cannot be reached (scenario: offline)')),
};

export const malformed: Interfering = {
  deliver: (path, data) => {
    const property = SPOILED[path];
    if (property === undefined || data === null || typeof data !== 'object') return data;
    return { ...data, [property]: 42 };
  },
};

export const outdated: Interfering = {
  before: async (path, request) => {
    const about = {
      detail: 'This backend is older than the request',
      instance: instanceOf(request),
    };
    if (ADDED_LATER.has(path)) return problemAnswer(404, about);
    const { searchParams } = new URL(request.url);
    const parameter =
      searchParams.get('by') === 'reportedBy'
        ? 'by'
        : NEWER_ORDERS.has(searchParams.get('sort') ?? '')
          ? 'sort'
          : NEWER_PARAMETERS.find((name) => searchParams.has(name));
    return parameter === undefined ? null : problemAnswer(400, { ...about, parameter });
  },
  deliver: (_path, data) => withoutNewer(data),
};
