import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ROUTES } from '#engine/requests/contract-routes.ts';
import type { ApiErrorKind } from '#src/api/errors.ts';

/** What the proxy has of the real answer when it spoils it. */
interface Real {
  status: number;
  headers: Record<string, string>;
  body: string;
}
interface Fault {
  send: (outgoing: ServerResponse, real: Real) => void;
  /** What the app has to make of it; null where the answer comes all the same. */
  kind: ApiErrorKind | null;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const PROBLEM_TYPE = { 'content-type': 'application/problem+json' };
const HTML_TYPE = { 'content-type': 'text/html' };
const PAGE = '<!doctype html><title>Sign in</title><p>Welcome to this network';

const answer =
  (status: number, headers: Record<string, string>, body: string | Buffer): Fault['send'] =>
  (outgoing) => {
    outgoing.writeHead(status, headers).end(body);
  };
const problem = (status: number, headers: Record<string, string> = {}) =>
  answer(
    status,
    { ...PROBLEM_TYPE, ...headers },
    JSON.stringify({ type: 'about:blank', title: 'Spoiled', status }),
  );
/** The real answer with its text changed. */
export const spoiled =
  (spoil: (text: string) => string): Fault['send'] =>
  (outgoing, { body }) => {
    outgoing.writeHead(200, JSON_TYPE).end(spoil(body));
  };

/** What can go wrong between a backend and a page, each with the kind that the app must tell it as. */
export const FAULTS = {
  'a connection that is refused': { send: (outgoing) => outgoing.destroy(), kind: 'network' },
  'a body that is cut': {
    send: (outgoing, { body }) => {
      outgoing.writeHead(200, { ...JSON_TYPE, 'content-length': String(body.length + 100) });
      outgoing.write(body.slice(0, body.length / 2), () => outgoing.destroy());
    },
    kind: 'cut',
  },
  'a body that cannot be unpacked': {
    send: answer(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, 'not gzip at all'),
    kind: 'cut',
  },
  'a redirect without end': {
    send: (outgoing) => outgoing.writeHead(302, { location: outgoing.req.url ?? '/' }).end(),
    kind: 'network',
  },
  'a failure of the server': { send: problem(500), kind: 'server' },
  'a gateway without a server': { send: answer(502, HTML_TYPE, PAGE), kind: 'server' },
  'a server under repair': { send: problem(503, { 'retry-after': '1' }), kind: 'server' },
  'too many questions': { send: problem(429, { 'retry-after': '1' }), kind: 'busy' },
  'a sign-in that is asked for': { send: answer(401, HTML_TYPE, PAGE), kind: 'signed-out' },
  'a permission that is missing': { send: problem(403), kind: 'denied' },
  'a question that is refused': { send: problem(400), kind: 'refused' },
  'a page of the network in its place': { send: answer(200, HTML_TYPE, PAGE), kind: 'not-json' },
  'no web address at all': { send: answer(404, HTML_TYPE, PAGE), kind: 'elsewhere' },
  'an empty body': { send: answer(200, JSON_TYPE, ''), kind: 'cut' },
  'half of the JSON': { send: spoiled((text) => text.slice(0, -1)), kind: 'cut' },
  'null for an answer': { send: spoiled(() => 'null'), kind: 'contract' },
  'a list for an answer': { send: spoiled(() => '[]'), kind: 'contract' },
  'an answer without what it is asked for': { send: spoiled(() => '{}'), kind: 'contract' },
  'a value of another type': {
    send: spoiled((text) => {
      const [first = ''] = Object.keys(JSON.parse(text) as object);
      return JSON.stringify({ ...(JSON.parse(text) as object), [first]: { spoiled: true } });
    }),
    kind: 'contract',
  },
  'properties that nobody knows': {
    send: spoiled((text) => JSON.stringify({ ...(JSON.parse(text) as object), later: [1] })),
    kind: null,
  },
} satisfies Record<string, Fault>;
export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

export interface FaultyProxy {
  /** Where the contract's paths begin. */
  baseUrl: string;
  /** From now on, what the given function has for a question is sent in place of its answer. */
  spoil: (faultFor: (question: string) => Fault['send'] | null) => void;
  /** What was asked since the last time this was called: paths of the contract, each with its query. */
  asked: () => Set<string>;
  /** Whether that was asked since. */
  hasAsked: (question: string) => boolean;
  close: () => Promise<void>;
}

/** True for a path of the contract, false for any other address. */
const isOfContract = (pathname: string) =>
  ROUTES.some(({ path }) =>
    new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/, '[^/]+')}$`).test(pathname),
  );

/** What a real backend answers, asked once for each question: its record does not change. */
function rememberedAnswers(): (url: string) => Promise<Real> {
  const answers = new Map<string, Promise<Real>>();
  const ask = async (url: string) => {
    const response = await fetch(url);
    const headers = { 'content-type': response.headers.get('content-type') ?? '' };
    return { status: response.status, headers, body: await response.text() };
  };
  return (url) => {
    const asked = answers.get(url) ?? ask(url);
    answers.set(url, asked);
    return asked;
  };
}

/** A real HTTP server between the page and a real backend, which passes on all but what it is told to spoil. */
export async function startFaultyProxy(backend: string): Promise<FaultyProxy> {
  const base = new URL(backend).pathname;
  let faultFor: (question: string) => Fault['send'] | null = () => null;
  let asked = new Set<string>();
  const answerOf = rememberedAnswers();
  const server = createServer((incoming, outgoing) => {
    const serve = async () => {
      const url = new URL(incoming.url ?? '/', backend);
      const pathname = url.pathname.slice(base.length);
      const question = isOfContract(pathname) ? pathname + url.search : null;
      if (question !== null) asked.add(question);
      const real = await answerOf(url.href);
      outgoing.setHeader('access-control-allow-origin', '*');
      outgoing.setHeader('access-control-expose-headers', 'retry-after');
      outgoing.setHeader('cache-control', 'no-store');
      const send = question === null ? null : faultFor(question);
      if (send === null) outgoing.writeHead(real.status, real.headers).end(real.body);
      else send(outgoing, real);
    };
    serve().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    spoil: (next) => {
      faultFor = next;
    },
    asked: () => {
      const seen = asked;
      asked = new Set();
      return seen;
    },
    hasAsked: (question) => asked.has(question),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
