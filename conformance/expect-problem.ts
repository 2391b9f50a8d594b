import { expectSame, expectType, parse } from './backend-under-test.ts';
import type { CheckContext } from './check.ts';
import { Broken } from './outcome.ts';

export const shorten = (address: string) =>
  address.length > 160 ? `${address.slice(0, 160)}… (${address.length} characters)` : address;

/** An error has to be a problem document that says its own status and, for 400, which parameter it is about. */
export async function expectProblem(
  { backend, contract }: CheckContext,
  address: string,
  status: number,
  parameter?: string,
  init?: RequestInit,
): Promise<Headers> {
  const reply = await backend.ask(address, init);
  const request = `${init?.method ?? 'GET'} ${shorten(address)}`;
  if (reply.status !== status)
    throw new Broken('rule 6', request, 'status', { got: reply.status, due: status });
  expectType('rule 6', request, reply.headers, 'application/problem+json');
  const body = parse('rule 6', request, reply.text);
  const fault = contract.judgeProblem(body);
  if (fault !== null) throw new Broken('rule 6', request, 'shape', fault);
  const problem = body as { status: number; parameter?: string };
  expectSame('rule 6', request, 'status in the problem', problem.status, status);
  const got = problem.parameter ?? '–';
  if (parameter !== undefined && got !== parameter)
    throw new Broken('rule 6', request, 'parameter', { got, due: parameter });
  return reply.headers;
}
