import { isDay } from '#src/api/edtf.ts';
import type { FirstAnswers } from '#src/api/first-answers.ts';
import { taggedAnswer, toQuestion } from './tagged-answer.ts';

/**
 * Answers those questions that the build has answered already, exactly as the engine would; null for any other.
 * @param baseUrl where the contract's paths begin; absolute, without a trailing slash
 */
export function createReadyAnswers(
  baseUrl: string,
  { dataVersion, through, answers, below, answersBelow }: FirstAnswers,
): (request: Request) => Promise<Response | null> {
  return async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || !request.url.startsWith(`${baseUrl}/`)) return null;
    url.pathname = request.url.slice(baseUrl.length).replace(/[?#].*$/, '');
    const [to = '', another] = url.searchParams.getAll('to');
    if (another === undefined && isDay(to) && to >= through) url.searchParams.set('to', through);
    const question = toQuestion(url);
    const held = below.includes(question) ? await answersBelow() : answers;
    const answer = held && Object.hasOwn(held, question) ? held[question] : null;
    if (!answer) return null;
    request.signal.throwIfAborted();
    return taggedAnswer(request, { dataVersion, contentType: 'application/json', ...answer });
  };
}
