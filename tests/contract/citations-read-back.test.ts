import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import type { Citation } from '#src/lib/cite/citation.ts';
import { citeSource } from '#src/lib/cite/cite.ts';
import { toBibtex, toRis, toCslJson } from '#src/lib/cite/formats.ts';

const { sources } = await readRecord();
const everyDocument = sources.map((source) => citeSource(source, '2026-11-24'));
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
  accessed: '2026-11-24',
};

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

  test('finds every sign that TeX acts on as it stands in the record', () => {
    const odd = String.raw`A { B } } C \ D ~ E ^ F & G % H $ I # J _ K`;
    const entry = toBibtex({ ...report, author: odd, title: odd });
    expect(read(entry)).toMatchObject({ title: odd, author: odd });
    // BibTeX ends an entry where as many braces are closed as were opened, those behind a backslash among them.
    let depth = 0;
    const depths = Array.from(entry.matchAll(/[{}]/g), ([brace]) => {
      depth += brace === '{' ? 1 : -1;
      return depth;
    });
    expect(depths.indexOf(0)).toBe(depths.length - 1);
  });
});
