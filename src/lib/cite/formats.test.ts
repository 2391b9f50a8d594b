import { describe, expect, test } from 'vitest';

import type { Citation } from './citation.ts';
import { toApa } from './to-apa.ts';
import { toBibtex, toRis, toChicago } from './formats.ts';
import { toMeta } from './to-meta.ts';

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

describe('the tags for reference managers', () => {
  test('say what is on record, and nothing of what is not', () => {
    const tags = new Map(toMeta({ ...report, published: '2023-12', locator: null }));
    expect(tags.get('citation_title')).toBe(report.title);
    expect(tags.get('citation_publication_date')).toBe('2023/12');
    expect(tags.get('DC.date')).toBe('2023-12');
    expect(tags.has('DC.description')).toBe(false);
    expect(tags.has('DCTERMS.isPartOf')).toBe(false);
  });
});
