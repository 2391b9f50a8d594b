import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { reportAddress } from './Peek.tsx';

describe('the report of an error', () => {
  it('is a mail with its words in it', () => {
    const mail = reportAddress('mailto:desk@record.test', {
      title: 'A & b',
      body: 'one\ntwo + 能源',
    });
    expect(mail).not.toContain('+');
    const { pathname, searchParams } = new URL(mail);
    expect(pathname).toBe('desk@record.test');
    expect(Object.fromEntries(searchParams)).toEqual({ subject: 'A & b', body: 'one\ntwo + 能源' });
  });

  it('is a page that is given the words, beside what its address says already', () => {
    const page = reportAddress('https://host.test/new?labels=record', { title: 't', body: 'b' });
    expect(page).toBe('https://host.test/new?labels=record&title=t&body=b');
  });

  it('leads where the configuration says, whatever the words are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, body) => {
        const mail = new URL(reportAddress('mailto:a@b.test', { title, body }));
        const page = new URL(reportAddress('https://b.test/new', { title, body }));
        expect(`${mail.protocol}${mail.pathname}`).toBe('mailto:a@b.test');
        expect(`${page.origin}${page.pathname}`).toBe('https://b.test/new');
      }),
      { numRuns: 30 },
    );
  });
});
