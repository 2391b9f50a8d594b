import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const SESSION = /(?:^|; )session=(\w+)/;
const problem = (status: number, title: string, detail: string) =>
  JSON.stringify({ type: 'about:blank', title, status, detail });

export interface SignInProxy {
  origin: string;
  /** Whom the next reader signs in as: only readers may read. */
  signInAs: (who: 'reader' | 'guest') => void;
  close: () => Promise<void>;
}

/**
 * A proxy before a backend that lets through who brings its cookie, as a company has it: `/login?back=ADDRESS` gives one
 * and leads back. What it refuses, pages of the app's origin may read as well.
 */
export async function startSignInProxy(
  backend: string,
  appOrigin: () => string,
): Promise<SignInProxy> {
  let who = 'reader';
  const server = createServer((incoming, outgoing) => {
    const serve = async () => {
      const url = new URL(incoming.url ?? '/', backend);
      if (url.pathname === '/login') {
        const cookie = `session=${who}; Path=/; HttpOnly; SameSite=Lax`;
        const location = url.searchParams.get('back') ?? '/';
        outgoing.writeHead(302, { location, 'set-cookie': cookie }).end();
        return;
      }
      outgoing.setHeader('access-control-allow-origin', appOrigin());
      outgoing.setHeader('access-control-allow-credentials', 'true');
      const [, session] = SESSION.exec(incoming.headers.cookie ?? '') ?? [];
      const json = { 'content-type': 'application/problem+json' };
      if (session === undefined) {
        outgoing.writeHead(401, json).end(problem(401, 'Unauthorized', 'No session'));
      } else if (session !== 'reader') {
        const detail = 'The role “reader” is missing';
        outgoing.writeHead(403, json).end(problem(403, 'Forbidden', detail));
      } else {
        const response = await fetch(url);
        const type = response.headers.get('content-type') ?? '';
        outgoing.writeHead(response.status, { 'content-type': type }).end(await response.text());
      }
    };
    serve().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    signInAs: (next) => {
      who = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
