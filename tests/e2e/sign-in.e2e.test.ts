import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from 'vitest';

import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { accessibilityFaults, newAppPage } from './app-test.ts';
import { ROUTES } from './routes.ts';
import { serveFolder } from './serve-folder.ts';
import { startSignInProxy } from './sign-in-proxy.ts';

test('behind a sign-in, the way there leads back to the same view, and who may not read is told what is missing', async () => {
  const record = await readRecord();
  const backend = await startMockServer({ record, scenario: 'record', port: 0 });
  const folder = await mkdtemp(path.join(tmpdir(), 'communique-sign-in-'));
  await cp('dist', folder, { recursive: true });
  const host = await serveFolder(folder);
  const proxy = await startSignInProxy(backend.baseUrl, () => host.origin);
  const baseUrl = `${proxy.origin}/api/v1`;
  const signIn = `${proxy.origin}/login?back={address}`;
  const api = { mode: 'remote', baseUrl, credentials: true, signIn };
  await writeFile(path.join(folder, 'config.json'), JSON.stringify({ api }));

  const { page, open, follow } = await newAppPage({ url: host.origin });
  const view = '/fields?kind=agreement&lang=en';
  proxy.signInAs('guest');
  await page.goto(`${host.origin}${view}`);
  const way = page.getByRole('main').getByRole('link', { name: 'Sign in' });
  await way.waitFor();
  await page.getByText('You are not signed in').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await way.click();
  await page.getByText('It says: “The role “reader” is missing”.').waitFor();
  expect(page.url()).toBe(`${host.origin}${view}`);
  expect(await way.count()).toBe(0);

  proxy.signInAs('reader');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Try again' }).click();
  await way.click();
  await page.getByRole('heading', { level: 2, name: 'Entries by field' }).waitFor();
  expect(page.url()).toBe(`${host.origin}${view}`);
  for (const route of ROUTES) {
    await follow(route);
    expect(await page.getByRole('alert').count(), route).toBe(0);
  }

  // A session that ends while the app is in use: the part that asks says so, and the frame of the page stands.
  await open('/?lang=en');
  await page.context().clearCookies();
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: 'Sources' })
    .click();
  await page.getByRole('alert').getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('table').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/sources');

  await page.context().close();
  await proxy.close();
  await host.close();
  await backend.close();
  await rm(folder, { recursive: true });
});
