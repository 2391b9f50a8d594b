import readSheets from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';

import type { Entry, EntryList } from '#src/api/schemas/entries.ts';
import { entryOf } from '#tests/fixtures/entry-of.ts';
import { createTranslator } from '#src/i18n/translator.ts';
import { loadCatalogue } from '#src/i18n/load-catalogue.ts';
import { OTHER_MECHANISM } from '#tests/fixtures/other-mechanism.ts';
import { readCsv } from '#tests/fixtures/read-csv.ts';
import { entryColumns } from './entry-columns.ts';
import { entryFile } from './entry-file.ts';

const about = {
  mechanism: 'talks',
  dataStatus: 'demonstration',
  dataVersion: '1',
  asOf: '2026-11-24',
  view: 'https://example.org/fields',
} as const;

const { mechanism } = OTHER_MECHANISM;
const inEnglish = createTranslator('en', await loadCatalogue('en'));
const origin = { about, columns: entryColumns(mechanism, inEnglish) };

async function* pages(total: number, ...lists: Entry[][]): AsyncGenerator<EntryList> {
  await Promise.resolve();
  for (const items of lists) yield { items, total, nextCursor: null };
}

const three = ['a', 'b', 'c'].map((id) => entryOf({ id }));

describe('a file of entries', () => {
  it('holds the entries of all pages once, and says how far it has come', async () => {
    const steps: number[] = [];
    const file = await entryFile('json', pages(3, three.slice(0, 2), three.slice(2)), origin, (n) =>
      steps.push(n),
    );
    expect(JSON.parse(await file.text())).toEqual({ ...about, total: 3, entries: three });
    expect(steps).toEqual([2, 3]);
  });

  it('is right without entries', async () => {
    const json = await entryFile('json', pages(0, []), origin, () => {});
    expect(JSON.parse(await json.text())).toEqual({ ...about, total: 0, entries: [] });
    const csv = await entryFile('comma', pages(0, []), origin, () => {});
    expect((await csv.text()).split('\r\n')).toHaveLength(2);
  });

  it('is a workbook with days as dates, months as text, and text that no program runs', async () => {
    const [entry] = three;
    const odd = {
      ...entry!,
      text: '=1+1',
      meeting: { ...entry!.meeting, date: '2023-12' },
      id: 'odd',
    };
    const file = await entryFile('xlsx', pages(2, [entry!, odd]), origin, () => {});
    const [entries, from] = await readSheets(await file.arrayBuffer());
    const [heading = [], first = [], second = []] = entries?.data ?? [];
    const at = (id: string) => heading.indexOf(id);
    expect(first[at('meeting')]).toBe(entry!.meeting.ordinal);
    expect(first[at('date')]).toEqual(new Date(`${entry!.meeting.date}T00:00:00Z`));
    expect(second[at('date')]).toBe('2023-12');
    expect(second[at('text')]).toBe('=1+1');
    expect(from?.data).toContainEqual(['dataVersion', '1']);
    await expect(entryFile('xlsx', pages(4, three), origin, () => {})).rejects.toThrow('Of 4');
  });

  it('has days as text that lie before those that all programs count alike', async () => {
    const [entry] = three;
    const on = (date: string) => ({ ...entry!, meeting: { ...entry!.meeting, date } });
    const days = ['1689-08-27', '1900-02-28', '1900-03-01'];
    const file = await entryFile('xlsx', pages(3, days.map(on)), origin, () => {});
    const [entries] = await readSheets(await file.arrayBuffer());
    const at = entries?.data[0]?.indexOf('date') ?? -1;
    expect(entries?.data.slice(1).map((row) => row[at])).toEqual([
      '1689-08-27',
      '1900-02-28',
      new Date('1900-03-01T00:00:00Z'),
    ]);
  });

  it('says each code in the reader’s language beside it', async () => {
    const entry = entryOf({ id: 'a', kind: 'agreement', party: 'joint' });
    const inRussian = createTranslator('ru', await loadCatalogue('ru'));
    const columns = entryColumns(mechanism, inRussian);
    const csv = await entryFile('comma', pages(1, [entry]), { about, columns }, () => {});
    const [heading = [], row = []] = readCsv(await csv.text());
    const at = (id: string) => row[heading.indexOf(id)];
    expect([at('kind'), at('kind_name')]).toEqual(['agreement', 'Соглашение']);
    expect([at('party'), at('party_name')]).toEqual(['joint', 'Обе стороны']);
    expect(at('status_name')).not.toBe(at('status'));
    expect(at('field_names')).toBe(entry.fields.map(({ name }) => inRussian.name(name)).join('; '));
    // A script finds the same columns in every language.
    expect(heading).toEqual(origin.columns.map(({ id }) => id));
  });

  it('is none where entries are missing', async () => {
    await expect(entryFile('comma', pages(4, three), origin, () => {})).rejects.toThrow('Of 4');
  });
});
