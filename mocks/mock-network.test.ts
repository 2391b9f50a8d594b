import { afterEach, describe, expect, it, vi } from 'vitest';
import { setupServer } from 'msw/node';

import { createHandler } from './mock-handler.ts';
import { createMswHandlers } from './msw-handlers.ts';
import { readRecord } from './read-record.ts';
import type { ScenarioId } from './scenarios/scenarios.ts';

const BASE = 'http://mock.test/api/v1';

/** The mock backend behind the platform's `fetch` on Node, for tests; a request to anything else is an error. */
async function startMockNetwork(scenario: ScenarioId = 'record') {
  const handler = createHandler(await readRecord(), { baseUrl: BASE, scenario });
  const network = setupServer(...createMswHandlers(handler, BASE));
  network.listen({ onUnhandledFrame: 'error' });
  return network;
}

let network: Awaited<ReturnType<typeof startMockNetwork>> | null = null;

afterEach(() => network?.close());

describe('the mock behind fetch', () => {
  it('answers what the handler answers, problems and refreshes too', async () => {
    network = await startMockNetwork();
    const response = await fetch(`${BASE}/meetings/28`);
    expect(await response.json()).toMatchObject({ ordinal: 28 });
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await fetch(`${BASE}/meetings/28`, { headers })).status).toBe(304);
    const calendar = await fetch(`${BASE}/calendar.ics`);
    expect(calendar.headers.get('content-type')).toMatch(/^text\/calendar/);
    // Read to its end: Node's fetch throws later where a long answer is left half read when its connection closes.
    expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR/);
    expect((await fetch(`${BASE}/entries?field=nonsense`)).status).toBe(400);
    expect((await fetch(`${BASE}/nothing`)).status).toBe(404);
    expect((await fetch(`${BASE}/entries`, { method: 'POST' })).status).toBe(405);
  });

  it('fails as a network does in the offline scenario', async () => {
    network = await startMockNetwork('offline');
    await expect(fetch(`${BASE}/mechanism`)).rejects.toBeInstanceOf(TypeError);
  });

  it('lets nothing else out, and says what wanted to', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    network = await startMockNetwork();
    await expect(fetch('http://other.test/')).rejects.toBeInstanceOf(Error);
    expect(error).toHaveBeenCalledWith(expect.stringContaining('http://other.test/'));
    error.mockRestore();
  });
});
