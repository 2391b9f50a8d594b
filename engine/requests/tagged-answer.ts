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
 */
export function taggedAnswer(
  request: Request,
  answer: { dataVersion: string; contentType: string; body: string },
): Response {
  const { dataVersion, contentType, body } = answer;
  const hash = toHash(`${toQuestion(new URL(request.url))}\n${body}`);
  const etag = `"${encodeURIComponent(dataVersion)}-${hash}"`;
  return dataAnswer(request, { etag, contentType, body });
}
