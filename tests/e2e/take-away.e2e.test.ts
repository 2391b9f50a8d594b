import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import readSheets from 'read-excel-file/universal';
import { describe, expect } from 'vitest';

import { PLOT } from '#src/features/fields/export/figure-text.ts';
import { rasterise, textsOf } from '#tests/fixtures/measure-figure.ts';
import { readCsv } from '#tests/fixtures/read-csv.ts';
import { appTest, visitTest } from './app-test.ts';

/** Of a bar's ends, in pixels. */
const TOLERANCE = 2;
/** What a PNG file begins with, and where its header states the width. */
const PNG = '89504e470d0a1a0a';
const WIDTH_AT = 16;

/** What a button of the Save menu saves. */
async function save(page: Page, name: string): Promise<Buffer> {
  const isOpen = await page.getByRole('button', { name: 'SVG' }).isVisible();
  if (!isOpen) await page.getByRole('button', { name: /^(Save|保存|Сохранить)$/ }).click();
  return saved(page, name);
}

async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

describe('a chart that is taken away', () => {
  visitTest('says the numbers, the words and the address of the screen', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?show=table&group=economic&lang=zh');
    const table = page.getByRole('main').getByRole('table').first();
    await table.waitFor();
    const rows = await table
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? ''),
        ),
      );
    const svg = (await save(page, 'SVG')).toString('utf8');
    const words = textsOf(svg).map(({ text }) => text);
    expect(words.join('')).toContain(await page.getByRole('heading', { level: 1 }).innerText());
    expect(words.join('')).toContain(page.url());
    const png = await save(page, 'PNG');
    expect(png.subarray(0, 8).toString('hex')).toBe(PNG);
    expect(png.readUInt32BE(WIDTH_AT)).toBe(2000);
    const csv = readCsv((await save(page, '图表数据CSV')).toString('utf8')).slice(1);
    const numbers = rows.map(([, ...cells]) => cells.map((cell) => Number(cell.replace('–', '0'))));
    expect(csv.map(([, , , total, , ...parts]) => [...parts, total].map(Number))).toEqual(numbers);
    const legend = [...svg.matchAll(/<rect[^>]*width="12" height="12" fill="([^"]+)"/g)];
    const lengthsAt = rasterise(svg);
    const longest = Math.max(...numbers.map((row) => row.at(-1) ?? 0));
    for (const [place, row] of numbers.entries()) {
      const label = textsOf(svg).find(({ text }) => text === rows[place]?.[0]);
      const found = lengthsAt((label?.y ?? 0) - 4, PLOT.x, PLOT.x + PLOT.width);
      for (const [part, [, fill = '']] of legend.entries()) {
        const expected = ((row[part] ?? 0) / longest) * PLOT.width;
        expect(Math.abs((found.get(fill) ?? 0) - expected)).toBeLessThan(TOLERANCE);
      }
    }
  });

  appTest(
    'is named as the drawing, and comes in the columns of the reader’s region',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?chart=time&show=table');
      const table = page.getByRole('table', { name: 'Entries over time' });
      const totals = await table.locator('tfoot td').allInnerTexts();
      const form = page.getByLabel('How CSV files separate columns').last();
      expect(await form.inputValue()).toBe('comma');
      await form.selectOption({ label: 'semicolon ;' });
      const read = (csv: string): string[][] => parse(csv, { bom: true, delimiter: ';' });
      const [head = [], ...rows] = read((await save(page, 'CSV of the chart')).toString('utf8'));
      expect(head.slice(0, 3)).toEqual(['field', 'name', 'group']);
      const [, , , all, , ...columns] = rows.at(-1) ?? [];
      expect([...columns, all]).toEqual(totals.map((count) => count.replace('–', '0')));
      expect(rows[0]?.[4]).toMatch(/^0,\d+$/);
      await page.reload();
      const entries = read((await saved(page, 'CSV')).toString('utf8'));
      expect(entries[0]?.slice(0, 3)).toEqual(['id', 'meeting', 'date']);
      expect(entries.length - 1).toBe(Number(all));
    },
  );

  visitTest(
    'holds the numbers on screen, its filters, its sources and its address',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?chart=balance&party=joint&show=table&lang=ru');
      const shown = await page
        .getByRole('main')
        .locator('table')
        .first()
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [
            row.querySelector('th')?.textContent ?? '',
            row.querySelector('td:last-child')?.textContent ?? '',
          ]),
        );
      const svg = (await save(page, 'SVG')).toString('utf8');
      // An independent parser: the browser's own, for XML, on a page without the app's policy.
      const reader = await page.context().newPage();
      const { texts, isBroken } = await reader.evaluate((source) => {
        const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
        return {
          texts: [...parsed.querySelectorAll('text')].map((text) => text.textContent ?? ''),
          isBroken: parsed.querySelector('parsererror') !== null,
        };
      }, svg);
      await reader.close();
      expect(isBroken).toBe(false);
      // A long name stands in several lines, and its number after the last of them.
      const after = (name: string) =>
        texts.find((_, at) => {
          const lines = texts.slice(0, at).map((_line, first) => texts.slice(first, at).join(' '));
          return lines.includes(name);
        });
      for (const [name = '', value = ''] of shown) expect(after(name), name).toBe(value);
      // Long lines are broken; what they say is not.
      const all = texts.join('').replaceAll(' ', '');
      const said = [
        await page.getByRole('heading', { level: 1 }).innerText(),
        'Сторона: Обе стороны',
        page.url(),
      ];
      for (const words of said) expect(all).toContain(words.replaceAll(' ', ''));
      const [head = [], ...table] = readCsv((await save(page, 'CSV диаграммы')).toString('utf8'));
      const entries = table.map((row) => row[head.indexOf('entries')]);
      expect(entries).toEqual(shown.map(([, value]) => value));
    },
  );

  visitTest('is an image at twice its size', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?chart=time&lang=zh');
    const png = await save(page, 'PNG');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2000);
  });
});

describe('a workbook', () => {
  visitTest('holds every entry there is, and the whole record', async ({ app }) => {
    const { page, open } = app;
    const { length } = JSON.parse(await readFile('mocks/data/entries.json', 'utf8')) as unknown[];
    const sheetsOf = async (file: Buffer) => readSheets(new Uint8Array(file).buffer);
    await open('/fields');
    const all = await sheetsOf(await saved(page, `${length} entries as XLSX`));
    // Long enough that its packing is not done in the same way as that of a few entries.
    expect(all[0]?.data).toHaveLength(length + 1);
    await open('/sources');
    const record = await sheetsOf(await saved(page, 'Download as a workbook'));
    const entries = record.find(({ sheet }) => sheet === 'entries');
    expect(entries?.data).toHaveLength(length + 1);
  });
});
