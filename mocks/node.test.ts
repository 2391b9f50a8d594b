import { afterEach, describe, expect, it, vi } from 'vitest';

import { startMockNetwork } from './node.ts';

const BASE = 'http://mock.test/api/v1';
let network: Awaited<ReturnType<typeof startMockNetwork>> | null = null;

afterEach(() => network?.close());

describe('the mock behind fetch', () => {
  it('answers what the handler answers, problems and refreshes too', async () => {
    network = await startMockNetwork({ baseUrl: BASE });
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
    network = await startMockNetwork({ baseUrl: BASE, scenario: 'offline' });
    await expect(fetch(`${BASE}/mechanism`)).rejects.toBeInstanceOf(TypeError);
  });

  it('lets nothing else out, and says what wanted to', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    network = await startMockNetwork({ baseUrl: BASE });
    await expect(fetch('http://other.test/')).rejects.toBeInstanceOf(Error);
    expect(error).toHaveBeenCalledWith(expect.stringContaining('http://other.test/'));
    error.mockRestore();
  });
});
