import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const FORWARDED = new Set(['content-type', 'etag', 'retry-after']);

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** One server's answer, whole; null where it did not come to that. */
async function askServer(origin: string, { url, headers }: IncomingMessage) {
  try {
    const tag = headers['if-none-match'];
    const response = await fetch(`${origin}${url}`, {
      headers: {
        'accept-encoding': 'identity',
        ...(tag !== undefined && { 'if-none-match': tag }),
      },
    });
    const kept = [...response.headers].filter(([name]) => FORWARDED.has(name));
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: Object.fromEntries(kept), body } satisfies Answer;
  } catch {
    return null;
  }
}

export interface Balancer {
  origin: string;
  /** How many answers came from each server, by its place in the list. */
  readonly taken: readonly number[];
  stop: () => Promise<void>;
}

/**
 * The least that is asked of a balancer for readers: each request goes to the next server, and on to those after it
 * while there is no answer, or 503.
 * @param origins the servers, read anew for each request
 */
export async function startBalancer(origins: readonly string[]): Promise<Balancer> {
  const taken = origins.map(() => 0);
  let turn = 0;
  const answer = async (incoming: IncomingMessage): Promise<Answer> => {
    const first = (turn += 1);
    let last: Answer = { status: 503, headers: { 'retry-after': '1' }, body: Buffer.alloc(0) };
    for (let tries = 0; tries < origins.length; tries += 1) {
      const place = (first + tries) % origins.length;
      const given = await askServer(origins[place] ?? '', incoming);
      if (given !== null) last = given;
      if (given === null || given.status === 503) continue;
      taken[place] = (taken[place] ?? 0) + 1;
      break;
    }
    return last;
  };
  const server = createServer((incoming, outgoing) => {
    void answer(incoming).then(({ status, headers, body }) =>
      outgoing.writeHead(status, headers).end(status === 304 ? undefined : body),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
