import { toQuery } from '#src/api/client.ts';
import type { Asker } from './asker.ts';
import type { Contract } from './contract.ts';
import { Broken, type Rule } from './outcome.ts';
import type { Answers } from './schema-contract.ts';
import type { CheckContext } from './check.ts';

export type DataPath = keyof Answers;

const MOST_SHOWN = 300;
const show = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, MOST_SHOWN);

/** Whether two values that JSON can say are the same, whatever the order of their members. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [own, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    own.size === other.size &&
    [...own].every(([key, value]) => other.has(key) && isSame(value, other.get(key)))
  );
}

/** Holds two values against each other; the report shows the request and both, of lists the first place that differs. */
export function expectSame(
  rule: Rule,
  request: string,
  what: string,
  got: unknown,
  due: unknown,
): void {
  if (isSame(got, due)) return;
  if (Array.isArray(got) && Array.isArray(due)) {
    const at = due.findIndex((value, index) => !isSame(value, got[index]));
    const place = at === -1 ? due.length : at;
    return expectSame(rule, request, `${what}, place ${place + 1}`, got[place], due[place]);
  }
  throw new Broken(rule, request, 'differs', { what, got: show(got), due: show(due) });
}

export function expectType(rule: Rule, request: string, headers: Headers, due: string): void {
  const got = headers.get('content-type') ?? 'none';
  const [type = '', ...parameters] = got.toLowerCase().split(/\s*;\s*/);
  const charset = parameters.find((one) => one.startsWith('charset=')) ?? 'charset=utf-8';
  if (type.trim() !== due || !/^charset="?utf-8"?$/.test(charset.trim()))
    throw new Broken(rule, request, 'content-type', { got, due });
}

export function parse(rule: Rule, request: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Broken(rule, request, 'not-json');
  }
}

const toAddress = (path: string, params: object, id: string | number) =>
  `${path.replace(/\{\w+\}/, () => encodeURIComponent(id))}${toQuery(params)}`;

/** Every answer that a check asks for is held against the contract's schema first. */
export function createBackendUnderTest(asker: Asker, contract: Contract) {
  const tags = new Map<string, string | null>();
  /** Also tells where an answer has another tag than it had at any time before. */
  const ask = async (address: string, init?: RequestInit) => {
    const reply = await asker.ask(address, init);
    if (init !== undefined || reply.status !== 200) return reply;
    const tag = reply.headers.get('etag');
    const first = tags.get(address);
    if (first !== undefined && first !== tag)
      throw new Broken('tags', `GET ${address}`, {
        detail: `first tag ${first ?? 'none'}, then ${tag ?? 'none'}`,
      });
    tags.set(address, tag);
    return reply;
  };
  return {
    ask,
    /** The answer's data, and the request in words; who can use data of another shape is told of it instead. */
    get: async <Path extends DataPath>(
      path: Path,
      params: object = {},
      id: string | number = '',
      onFault?: (fault: Broken) => void,
    ): Promise<{ data: Answers[Path]; request: string }> => {
      const address = toAddress(path, params, id);
      const request = `GET ${address}`;
      const { status, headers, text } = await ask(address);
      if (status !== 200) throw new Broken('schema', request, 'status', { got: status, due: 200 });
      expectType('schema', request, headers, 'application/json');
      const body = parse('schema', request, text);
      const fault = contract.judge(path, body);
      if (fault !== null) {
        const broken = new Broken('schema', request, 'shape', fault);
        if (onFault === undefined) throw broken;
        onFault(broken);
      }
      return { data: body as Answers[Path], request };
    },
  };
}
export type BackendUnderTest = ReturnType<typeof createBackendUnderTest>;

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
  const problem = { ...(body as { status: number; parameter?: string }) };
  if (parameter === '' && problem.parameter === '') delete problem.parameter;
  const fault = contract.judgeProblem(parameter === '' ? problem : body);
  if (fault !== null) throw new Broken('rule 6', request, 'shape', fault);
  expectSame('rule 6', request, 'status in the problem', problem.status, status);
  const got = problem.parameter ?? (parameter === '' ? '' : '–');
  if (parameter !== undefined && got !== parameter)
    throw new Broken('rule 6', request, 'parameter', { got, due: parameter });
  return reply.headers;
}
