import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { figureSvg, type Figure } from './figure-svg.ts';
import { wrapText } from './figure-text.ts';

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
