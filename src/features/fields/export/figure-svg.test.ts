import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { figureSvg, type Figure } from './figure-svg.ts';
import { emsOf, wrapText } from './figure-text.ts';

const figure: Figure = {
  title: 'Energy leads with 3 entries',
  language: 'en',
  lead: ['Party: A & B', 'How many entries each field has.'],
  legend: [{ label: 'Minutes', colour: 'rgb(1, 2, 3)' }],
  rows: [
    {
      label: 'Energy <oil>',
      value: '3',
      bar: [{ from: 0, to: 3, colour: 'rgb(1, 2, 3)' }],
      cells: [],
      colour: 'rgb(1, 2, 3)',
    },
  ],
  columns: [],
  cells: 'bars',
  totalLabel: 'All',
  min: 0,
  max: 3,
  foot: ['3 entries from 2 sources', 'https://example.org/fields?party=a&kind=minutes'],
  colours: {
    ink: 'rgb(0, 0, 0)',
    faint: 'rgb(9, 9, 9)',
    paper: 'rgb(255, 255, 255)',
    rule: 'rgb(99, 99, 99)',
    heat: 'rgb(1, 2, 3)',
  },
};

/** The texts of a drawing as a reader sees them. */
function textsOf(svg: string): string[] {
  const plain: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replaceAll(/&(\w+);/g, (_, name: string) => plain[name] ?? ''),
  );
}

describe('a chart as a file of its own', () => {
  it('says its finding, filters, numbers, sources and address', () => {
    const texts = textsOf(figureSvg(figure));
    for (const text of [
      figure.title,
      ...figure.lead,
      ...figure.foot,
      'Minutes',
      'Energy <oil>',
      '3',
    ])
      expect(texts).toContain(text);
  });

  it('has no character that XML refuses, whatever the filters hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const svg = figureSvg({ ...figure, title: text, lead: [text] });
        const texts = [...svg.matchAll(/>([^<]*)</g)].map(([, inner = '']) => inner);
        for (const inner of texts) {
          expect(inner).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
          expect(inner.isWellFormed()).toBe(true);
        }
        expect([...svg].every((one) => one >= ' ' || '\n\r\t'.includes(one))).toBe(true);
      }),
    );
  });
});

/** Where each text of a drawing stands: its left and right edge, and its base line. */
function boxesOf(svg: string) {
  return [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"([^>]*)>([^<]*)</g)].map(
    ([, x = '', y = '', attributes = '', text = '']) => {
      const size = Number(/font-size="(\d+)"/.exec(attributes)?.[1] ?? 13);
      const width = attributes.includes('rotate') ? size : emsOf(text) * size;
      const left = Number(x) - (attributes.includes('"end"') ? width : 0);
      return { text, left, right: left + width, y: Number(y) };
    },
  );
}

describe('a chart of long names and many meetings', () => {
  const long = 'A field of cooperation whose name is very long indeed and does not end';
  const [row] = figure.rows;
  if (row === undefined) throw new Error('There is no row');

  it('has every name whole, within the sheet and over no other', () => {
    const legend = Array.from({ length: 5 }, (_, index) => ({
      label: `The united northern archipelagos, part ${index}`,
      colour: 'rgb(1, 2, 3)',
    }));
    const rows = [row, row].map((one) => ({ ...one, label: long }));
    const boxes = boxesOf(figureSvg({ ...figure, legend, rows }));
    for (const { left, right, text } of boxes) {
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(right, text).toBeLessThanOrEqual(1000);
    }
    for (const { label } of legend) expect(boxes.map(({ text }) => text)).toContain(label);
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        expect(
          one.y !== other.y || one.right <= other.left || other.right <= one.left,
          `${one.text} / ${other.text}`,
        ).toBe(true);
    expect(boxes.map(({ text }) => text).join(' ')).toContain('A field of cooperation whose name');
  });

  it('names only as many meetings as can be read', () => {
    const columns = Array.from({ length: 240 }, (_, index) => ({
      key: String(index + 1),
      count: 2,
      total: '2',
      isUnread: false,
    }));
    const cells = columns.map(({ count }) => count);
    for (const form of ['heat', 'bars'] as const) {
      const svg = figureSvg({
        ...figure,
        cells: form,
        columns,
        rows: [{ ...row, bar: [], cells }],
      });
      const heads = boxesOf(svg).filter(({ text }) => /^\d{1,3}$/.test(text) && text !== '3');
      const places = heads.map(({ left }) => left).toSorted((a, b) => a - b);
      for (const [index, left] of places.entries())
        expect(left - (places[index - 1] ?? -100)).toBeGreaterThan(10);
      expect(heads.map(({ text }) => text)).toContain('1');
    }
  });
});

describe('a line that is too long', () => {
  it('is broken between words, or between Chinese characters, and loses none', () => {
    expect(wrapText('one two three', 5)).toEqual(['one two', 'three']);
    expect(wrapText('能源领域居首', 3)).toEqual(['能源领', '域居首']);
    const bare = (text: string) => text.replaceAll(/\s/g, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 20 }), (text, ems) => {
        expect(bare(wrapText(text, ems).join(''))).toBe(bare(text));
      }),
    );
  });
});
