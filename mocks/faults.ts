import type { Interference } from '#engine/requests/answer-requests.ts';
import { problemAnswer } from '#engine/requests/http-answers.ts';
import { wait, waitForEver } from './wait.ts';

type Interfering = Partial<Interference>;

const SLOW_DELAY_MS = 1_500;
/** Without these two nothing could say what is failing where. */
const NEVER_FAILING = new Set(['/mechanism', '/fields']);
/** What an older backend of the same contract would not have yet. */
const ADDED_LATER = new Set(['/search', '/people', '/commissions', '/calendar', '/calendar.ics']);
/** The parameter that contract 1.2 brought, which an older backend refuses like any that it does not have. */
const NEWER_PARAMETER = 'split';

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
    const isNewer = new URL(request.url).searchParams.has(NEWER_PARAMETER);
    return isNewer ? problemAnswer(400, { ...about, parameter: NEWER_PARAMETER }) : null;
  },
};
