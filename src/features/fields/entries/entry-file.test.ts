import readSheets from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';

import type { Entry, EntryList } from '#src/api/schemas/entries.ts';
import { entryOf } from '#tests/fixtures/entry-of.ts';
import { entryFile } from './entry-file.ts';

const about = {
  mechanism: 'talks',
  dataStatus: 'demonstration',
  dataVersion: '1',
  asOf: '2026-11-24',
  view: 'https://example.org/fields',
} as const;

async function* pages(total: number, ...lists: Entry[][]): AsyncGenerator<EntryList> {
  await Promise.resolve();
  for (const items of lists) yield { items, total, nextCursor: null };
}

const three = ['a', 'b', 'c'].map((id) => entryOf({ id }));

describe('a file of entries', () => {
  it('holds the entries of all pages once, and says how far it has come', async () => {
    const steps: number[] = [];
    const file = await entryFile('json', pages(3, three.slice(0, 2), three.slice(2)), about, (n) =>
      steps.push(n),
    );
    expect(JSON.parse(await file.text())).toEqual({ ...about, total: 3, entries: three });
    expect(steps).toEqual([2, 3]);
  });

  it('is right without entries', async () => {
    const json = await entryFile('json', pages(0, []), about, () => {});
    expect(JSON.parse(await json.text())).toEqual({ ...about, total: 0, entries: [] });
    const csv = await entryFile('comma', pages(0, []), about, () => {});
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
    const file = await entryFile('xlsx', pages(2, [entry!, odd]), about, () => {});
    const [entries, origin] = await readSheets(await file.arrayBuffer());
    const [heading = [], first = [], second = []] = entries?.data ?? [];
    const at = (id: string) => heading.indexOf(id);
    expect(first[at('meeting')]).toBe(entry!.meeting.ordinal);
    expect(first[at('date')]).toEqual(new Date(`${entry!.meeting.date}T00:00:00Z`));
    expect(second[at('date')]).toBe('2023-12');
    expect(second[at('text')]).toBe('=1+1');
    expect(origin?.data).toContainEqual(['dataVersion', '1']);
    await expect(entryFile('xlsx', pages(4, three), about, () => {})).rejects.toThrow('Of 4');
  });

  it('is none where entries are missing', async () => {
    await expect(entryFile('comma', pages(4, three), about, () => {})).rejects.toThrow('Of 4');
  });
});
