import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createApi } from '#src/api/client.ts';
import { createQueryClient } from './query-client.ts';

const ADDRESS = 'https://backend.test/api/v1';
const KEPT_AT = 1000;
const question = (answer: Promise<string>) => ({
  queryKey: ['entries'],
  queryFn: () => answer,
});

/** A browser in which the app's worker is at work, with an answer that was kept, or none. */
function browserWith(kept: string | null) {
  vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
  vi.stubGlobal('window', { location: new URL('https://host.test/') });
  vi.stubGlobal('document', { querySelector: () => null });
  const answer = () =>
    kept === null
      ? undefined
      : new Response(JSON.stringify(kept), { headers: { 'x-saved-at': String(KEPT_AT) } });
  vi.stubGlobal('caches', {
    keys: () => Promise.resolve([`communique / answers  ${ADDRESS} edition`]),
    open: () => Promise.resolve({ match: () => Promise.resolve(answer()) }),
  });
  const backend = { mode: 'remote', address: ADDRESS, worksOffline: true } as const;
  const openRecord = () => Promise.reject(new Error('Not opened here'));
  const said = { signIn: null, corrections: null };
  const none = { ...said, scenarios: [], scenario: null, refusedScenario: null, openRecord };
  return createQueryClient(
    { ...backend, ...none },
    createApi(ADDRESS, () => Promise.reject(new Error('Not asked here'))),
  );
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a kept answer stands in for one that takes long, until that comes', async () => {
  const client = browserWith('kept');
  let answer: (text: string) => void = () => undefined;
  const asked = question(new Promise((resolve) => (answer = resolve)));
  const failure = client.query(asked).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(3000);
  expect(client.getQueryData(asked.queryKey)).toBeUndefined();
  await vi.advanceTimersByTimeAsync(2000);
  // What is said of it, and that it is asked for again, goes by the failure.
  expect(await failure).toMatchObject({ kind: 'timeout', keptAt: KEPT_AT, isTransient: true });
  expect(client.getQueryData(asked.queryKey)).toBe('kept');
  answer('late');
  await vi.advanceTimersByTimeAsync(0);
  expect(client.getQueryState(asked.queryKey)).toMatchObject({ data: 'late', error: null });
});

it('an answer that takes long is waited for where none was kept', async () => {
  const client = browserWith(null);
  let answer: (text: string) => void = () => undefined;
  const asked = question(new Promise((resolve) => (answer = resolve)));
  const data = client.query(asked);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(client.getQueryState(asked.queryKey)).toMatchObject({ status: 'pending', error: null });
  answer('late');
  expect(await data).toBe('late');
});
