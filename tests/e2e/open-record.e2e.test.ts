import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { accessibilityFaults, newAppPage } from './app-test.ts';

const RECORD = 'docs/example-backend/record';
const NAME = 'Arland-Belmark Neighbour Talks (invented)';

let folder = '';
let good = '';
let broken = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'communique-opened-'));
  const names = await readdir(RECORD, { recursive: true });
  const files: Record<string, Uint8Array> = {};
  for (const name of names.filter((one) => one.endsWith('.json')))
    files[`talks/${name}`] = await readFile(path.join(RECORD, name));
  good = path.join(folder, 'talks.zip');
  await writeFile(good, zipSync(files));
  const entries = Buffer.from(files['talks/entries.json'] ?? []).toString();
  const fields = Buffer.from(files['talks/fields.json'] ?? []).toString();
  broken = path.join(folder, 'broken.zip');
  await writeFile(
    broken,
    zipSync({
      ...files,
      'talks/entries.json': Buffer.from(entries.replace('"communique"', '"rumour"')),
      'talks/fields.json': Buffer.from(fields.replace(/"id":\s*"ferries"/, '"id":"Ferries!"')),
    }),
  );
  await mkdir(path.join(folder, 'letters'));
  await writeFile(path.join(folder, 'letters/letter.txt'), 'Dear all');
});
afterAll(() => rm(folder, { recursive: true }));

test('a record from a reader’s own file is checked and shown in the page, kept until it is closed, and never sent', async () => {
  const { page, url, open, complaints } = await newAppPage();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
  });
  await open('/?lang=en');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Demo', { exact: true }).selectOption({ label: 'Open a file …' });
  const panel = page.getByRole('region', { name: 'Open a record of your own' });
  await panel.getByText('nothing is uploaded').waitFor();

  // What is no record, and one with faults, leave what is on screen.
  await panel.getByLabel('Choose a folder').setInputFiles(path.join(folder, 'letters'));
  await panel.getByText('letters cannot be shown: 1 fault.').waitFor();
  await panel.getByText('no record: a workbook, or a folder or a zip').waitFor();
  await panel.getByLabel('Choose a file').setInputFiles(broken);
  await panel.getByText('broken.zip cannot be shown: 2 faults.').waitFor();
  await panel.getByText('fields.json $.fields[', { exact: false }).waitFor();
  await panel.getByText('"rumour" is none of communique,').waitFor();
  expect(await page.getByText(NAME).count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);

  await panel.getByLabel('Choose a file').setInputFiles(good);
  await panel.getByText('talks.zip can be shown.').waitFor();
  await panel.getByRole('button', { name: 'Show it' }).click();
  await page.getByText(NAME).first().waitFor();
  const notice = page.getByRole('status').filter({ hasText: 'You see talks.zip' });
  await notice.getByText('in this browser only').waitFor();
  await page.reload();
  await notice.waitFor();
  await page.getByRole('link', { name: 'Meetings', exact: true }).click();
  await page.getByRole('main').getByText('Belhaven').first().waitFor();
  const link = page.url();
  expect(link).toMatch(/[?&]file=[0-9a-f]{12}/);

  const elsewhere = await newAppPage();
  await elsewhere.page.goto(link);
  await elsewhere.page.getByText('This link needs a file that is not in this browser').waitFor();
  await elsewhere.page.getByRole('link', { name: 'Open the file' }).click();
  await elsewhere.page
    .getByRole('region', { name: 'Open a record of your own' })
    .getByLabel('Choose a file')
    .waitFor();
  await elsewhere.page.context().close();

  // Closing loads the page anew: only when that has come can another address be gone to.
  await Promise.all([
    page.waitForEvent('load'),
    notice.getByRole('button', { name: 'Close talks.zip' }).click(),
  ]);
  expect(page.url()).toBe(`${url}/?lang=en`);
  await page.goto(link);
  await page.getByText('This link needs a file that is not in this browser').waitFor();

  // A workbook, dropped on the page.
  await page.getByRole('link', { name: 'Open the file' }).click();
  await panel.getByRole('link', { name: 'Begin with a template' }).waitFor();
  const template = (await readFile('public/template.xlsx')).toString('base64');
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    transfer.items.add(new File([bytes], 'template.xlsx'));
    return transfer;
  }, template);
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await panel.getByText('template.xlsx can be shown.').waitFor();
  await panel.getByRole('button', { name: 'Show it' }).click();
  await page.getByRole('status').filter({ hasText: 'You see template.xlsx' }).waitFor();
  await page.getByText(NAME).first().waitFor();
  expect(sent).toEqual([]);
  expect([...complaints, ...elsewhere.complaints]).toEqual([]);
  await page.context().close();
});

test('a link to a record from a file is followed by whoever opens that file, on any day', async () => {
  const show = async (page: Page) => {
    const panel = page.getByRole('region', { name: 'Open a record of your own' });
    await panel.getByLabel('Choose a file').setInputFiles(good);
    await panel.getByText('talks.zip can be shown.').waitFor();
    await panel.getByRole('button', { name: 'Show it' }).click();
    await page.getByRole('status').filter({ hasText: 'You see talks.zip' }).waitFor();
    await page.getByText(NAME).first().waitFor();
  };
  const first = await newAppPage();
  await first.page.clock.setFixedTime('2026-12-01T10:00:00');
  await first.open('/about#open-record');
  await show(first.page);
  const link = first.page.url();
  await first.page.context().close();
  const second = await newAppPage();
  await second.page.clock.setFixedTime('2027-03-15T10:00:00');
  await second.page.goto(link);
  await second.page.getByText('This link needs a file that is not in this browser').waitFor();
  await second.page.getByRole('link', { name: 'Open the file' }).click();
  await show(second.page);
  expect(second.page.url()).toBe(link);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await second.page.context().close();
});

/** Lays the kept record down again as the first release kept it: without the list of what is kept. */
async function layDownAsBefore(): Promise<void> {
  const NAME_OF_DATABASE = 'communique-opened-records';
  const done = <Answer>(request: IDBRequest<Answer>) =>
    new Promise<Answer>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
    });
  const now = await done(indexedDB.open(NAME_OF_DATABASE));
  const records: unknown[] = await done(now.transaction('records').objectStore('records').getAll());
  now.close();
  await done(indexedDB.deleteDatabase(NAME_OF_DATABASE));
  const opening = indexedDB.open(NAME_OF_DATABASE, 1);
  opening.addEventListener('upgradeneeded', () => {
    const store = opening.result.createObjectStore('records', { keyPath: 'version' });
    for (const record of records) store.put(record);
  });
  (await done(opening)).close();
}

test('a record that an earlier release kept is shown and listed by this one', async () => {
  const { page, open, complaints } = await newAppPage();
  await open('/about?lang=en');
  const panel = page.getByRole('region', { name: 'Open a record of your own' });
  await panel.getByLabel('Choose a file').setInputFiles(good);
  await panel.getByRole('button', { name: 'Show it' }).click();
  await page.getByRole('status').filter({ hasText: 'You see talks.zip' }).waitFor();
  const shown = page.url();
  await page.evaluate(layDownAsBefore);
  await page.goto(shown);
  await page.getByRole('status').filter({ hasText: 'You see talks.zip' }).waitFor();
  await page.getByText(NAME).first().waitFor();
  await open('/about?lang=en');
  await panel.getByRole('listitem').filter({ hasText: 'talks.zip' }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
