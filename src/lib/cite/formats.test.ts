import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import sources from '#mocks/data/sources.json' with { type: 'json' };
import type { Citation } from './citation.ts';
import { citeSource } from './cite.ts';
import { toApa } from './to-apa.ts';
import { toBibtex } from './to-bibtex.ts';
import { toChicago } from './to-chicago.ts';
import { toCslJson } from './to-csl-json.ts';
import { toRis } from './to-ris.ts';

const TODAY = '2026-11-24';
const report: Citation = {
  id: 'report-28',
  author: 'Government Network',
  title: 'Two countries hold 28th regular meeting',
  language: 'en',
  container: null,
  published: '2023-12-19',
  locator: 'paragraph 4',
  note: null,
  url: 'https://example.org/a_b?x=1&y=2%20z',
  accessed: TODAY,
};
const everyDocument = sources.map((source) => citeSource(source, TODAY));

const read = (text: string) => {
  const [item] = new Cite(text, { generateGraph: false }).data;
  if (item === undefined) throw new Error(`Nothing was read from ${text}`);
  return {
    title: item.title,
    url: new URL(item.URL).href,
    // A reader of RIS takes a comma in an organisation's name for the one before a given name.
    author: item.author
      ?.map(({ literal, family, given }) => literal ?? [family, given].filter(Boolean).join(', '))
      .join(),
    issued: item.issued?.['date-parts'][0].map(Number),
  };
};
const expected = ({ title, url, author, published }: Citation) => ({
  title: title.replaceAll(/\s+/g, ' '),
  url: new URL(url).href,
  author,
  issued: published?.split('-').map(Number),
});

describe('a citation', () => {
  test('reads as APA sets it', () => {
    expect(toApa(report)).toBe(
      'Government Network. (2023, December 19). Two countries hold 28th regular meeting (paragraph 4). https://example.org/a_b?x=1&y=2%20z',
    );
  });

  test('says in APA that there is no date, and when it was read', () => {
    expect(toApa({ ...report, published: null, locator: null })).toBe(
      'Government Network. (n.d.). Two countries hold 28th regular meeting. Retrieved November 24, 2026, from https://example.org/a_b?x=1&y=2%20z',
    );
  });

  test('reads as Chicago sets it', () => {
    expect(toChicago({ ...report, container: 'Regular Meetings' })).toBe(
      'Government Network. “Two countries hold 28th regular meeting.” Regular Meetings. December 19, 2023. Paragraph 4. https://example.org/a_b?x=1&y=2%20z.',
    );
  });

  test('never states a day where only the month is known', () => {
    const monthly = { ...report, published: '2023-12' };
    expect(toApa(monthly)).toContain('(2023, December)');
    expect(toChicago(monthly)).toContain(' December 2023. ');
    expect(toRis(monthly)).toContain('DA  - 2023/12//\r\n');
    expect(toBibtex(monthly)).not.toContain('day =');
  });
});

describe('an independent reader', () => {
  test.each([
    ['BibTeX', toBibtex],
    ['RIS', toRis],
    ['CSL-JSON', toCslJson],
  ])('finds in the %s of every document what the record says', (_, write) => {
    expect(everyDocument.map((document) => read(write(document)))).toEqual(
      everyDocument.map(expected),
    );
  });

  test('finds one entry, with the whole address, whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        const document = { ...report, title: `A ${title} Z` };
        expect(read(toCslJson(document)).url).toBe(report.url);
        expect(read(toRis(document)).url).toBe(report.url);
        expect(read(toBibtex(document)).url).toBe(report.url);
      }),
    );
  });
});
