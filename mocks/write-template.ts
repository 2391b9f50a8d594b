/** `npm run template`: writes `public/template.xlsx`, the workbook to begin a record with, from the invented record. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { createApi } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import { recordSheets } from '#src/lib/workbook/record-sheets.ts';
import { type Sheet, writeSheets } from '#src/lib/workbook/write-sheets.ts';
import { readOptions } from '#engine/reading/read-options.ts';
import { writeRefusal } from '#engine/reading/system-refusal.ts';
import { createHandler } from '#engine/requests/answer-requests.ts';
import { readInventedRecord } from './scenarios/invented-record.ts';

const ROOT = path.join(import.meta.dirname, '..');
const TEMPLATE = path.join(ROOT, 'public/template.xlsx');
const LANGUAGES = ['en', 'zh', 'ru'];
const BASE = 'http://localhost/api/v1';

/** The lines that explain the sheets, in all languages of the app: a file on a host knows no reader's language. */
async function readGuide(): Promise<string[]> {
  const guides = LANGUAGES.map(async (language) => {
    const file = path.join(ROOT, `src/i18n/messages/${language}/files/opening.json`);
    const messages = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
    return Object.entries(messages).flatMap(([key, text]) => (/^guide\d$/.test(key) ? [text] : []));
  });
  return (await Promise.all(guides)).flatMap((lines) => [...lines, '']);
}

/** The invented record, as a backend has it. */
export async function readExample() {
  const handler = createHandler(await readInventedRecord(), { baseUrl: BASE });
  return fetchWholeRecord(createApi(BASE, (request) => handler(request)));
}

/** What follows from the rest, and would only have to be kept in step by hand. */
const FOLLOWING = /^(?:mechanism (?:dataVersion|dataDate)|meetings (?:host|country|place_.*))$/;

const withoutFollowing = (sheet: Sheet): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((cells) =>
    cells.map((value, at) =>
      FOLLOWING.test(`${sheet.name} ${sheet.columns[at]?.id}`) ? null : value,
    ),
  ),
});

async function writeTemplate(): Promise<void> {
  readOptions({}, 'Usage: npm run template');
  const sheets = recordSheets(await readExample(), await readGuide()).map(withoutFollowing);
  const bytes = new Uint8Array(await (await writeSheets(sheets)).arrayBuffer());
  try {
    await writeFile(TEMPLATE, bytes);
  } catch (error) {
    console.error(writeRefusal(TEMPLATE, error));
    process.exitCode = 1;
    return;
  }
  console.info(`Wrote ${TEMPLATE}: ${sheets.length} sheets, ${bytes.length} bytes.`);
}

if (import.meta.main) await writeTemplate();
