import { dataAnswer } from './http-answers.ts';
import { toHash } from './hash.ts';

/** A question as it is told from others: in whatever order its parameters stand. */
export function toQuestion({ pathname, searchParams }: URL): string {
  const query = new URLSearchParams(searchParams);
  query.sort();
  return `${pathname}?${query}`;
}

/**
 * What the record answers, with a tag of the answer itself, so that a release that answers otherwise never tells a client
 * to keep what it has.
 * @param answer.hash of the body, where it has been worked out before
 */
export function taggedAnswer(
  request: Request,
  answer: { dataVersion: string; contentType: string; body: string; hash?: string },
): Response {
  const { dataVersion, contentType, body, hash = toHash(body) } = answer;
  const tag = toHash(`${toQuestion(new URL(request.url))}\n${hash}`);
  const etag = `"${encodeURIComponent(dataVersion)}-${tag}"`;
  return dataAnswer(request, { etag, contentType, body });
}
