import type { Interference } from '#engine/requests/answer-requests.ts';

/**
 * What a later version of the contract might call things: values of its enumerations that this app has no words for.
 * Each stands for one of today's, everywhere, so that counts, facets and filters still agree.
 */
const NEWER: Record<string, string> = {
  priority: 'work-programme',
  video: 'telephone',
  disputed: 'contested',
};

const TAG = /^[a-z]{2,3}(-|$)/;
/** Texts by language: a property more would be a text more. */
const isByLanguage = (value: object) =>
  Object.entries(value).every(([name, of]) => TAG.test(name) && typeof of === 'string');

/** A copy in which everything has a property more. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (value === null || typeof value !== 'object' || isByLanguage(value)) return value;
  const inner = Object.entries(value).map(([name, of]) => [name, withMore(of)] as const);
  return { ...Object.fromEntries(inner), sinceVersion: '1.9' };
}

/** A backend of a later 1.x: it says more than this app knows. */
export const newer: Partial<Interference> = {
  deliver: (_path, data) => {
    const text = Object.entries(NEWER).reduce(
      (json, [today, later]) => json.replaceAll(new RegExp(`"${today}"(?!:)`, 'g'), `"${later}"`),
      JSON.stringify(data),
    );
    return withMore(JSON.parse(text));
  },
};

export function toTodaysRequest(request: Request): Request {
  const url = new URL(request.url);
  const query = [...url.searchParams].map(([name, value]) => {
    const today = Object.keys(NEWER).find((word) => NEWER[word] === value);
    return [name, today ?? value];
  });
  url.search = new URLSearchParams(query).toString();
  return new Request(url, request);
}
