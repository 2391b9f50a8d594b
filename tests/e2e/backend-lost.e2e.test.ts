import { expect, test } from 'vitest';

import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { newAppPage } from './app-test.ts';
import { serveAppFor } from './serve-app-for.ts';

test('a backend that dies is told of, and found again without a step of the reader’s', async () => {
  const record = await readRecord();
  const startBackend = (port: number) => startMockServer({ record, scenario: 'record', port });
  const backend = await startBackend(0);
  const app = await serveAppFor(backend.baseUrl);
  const reading = await newAppPage({ url: app.origin });
  await reading.open('/meetings');
  await backend.close();

  const starting = await newAppPage({ url: app.origin });
  await starting.page.goto(`${starting.url}/fields`);
  await reading.page.getByRole('navigation').getByRole('link', { name: 'Sources' }).click();
  const alert = reading.page.getByRole('alert');
  await alert.getByText('The backend did not answer').waitFor();
  await alert.getByText('Communiqué keeps asking by itself').waitFor();
  const cannotStart = starting.page.getByRole('heading', { name: 'Communiqué cannot start' });
  await cannotStart.waitFor();
  expect(await starting.page.getByRole('main').innerText()).toContain('keeps asking by itself');

  const again = await startBackend(Number(new URL(backend.baseUrl).port));
  await reading.page.getByRole('main').getByRole('table').first().waitFor();
  await starting.page.getByRole('heading', { name: 'Entries by field' }).waitFor();
  expect(await alert.count()).toBe(0);
  expect(await cannotStart.count()).toBe(0);
  const faults = [...reading.complaints, ...starting.complaints];
  expect(faults.filter((text) => !/ERR_CONNECTION|ApiError/.test(text))).toEqual([]);
  for (const { page } of [reading, starting]) await page.context().close();
  await again.close();
  await app.close();
});
