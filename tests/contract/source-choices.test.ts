/**
 * The filters of documents, recomputed from the files of the demonstration's record by a reading of their own: what is
 * listed, what each choice would give, and the file of the list.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import type { SourceParams } from '#src/api/params.ts';
import { SOURCE_COLUMNS } from '#src/features/sources/SourcesPanel.tsx';
import { toCsv } from '#src/lib/csv.ts';
import { readRecord } from '#mocks/read-record.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';
import { readCsv } from '#tests/fixtures/read-csv.ts';

type Raw = {
  id: string;
  title: string;
  publisher: string;
  language: string;
  reportedBy?: string;
  copy?: object;
};

const file = path.join(import.meta.dirname, '../../mocks/data/sources.json');
const raw = JSON.parse(await readFile(file, 'utf8')) as Raw[];
const store = createStore(await readRecord());
const ACCOUNTS = ['china', 'russia', 'joint', 'third'];
const LANGUAGES = [...new Set(raw.map(({ language }) => language))];
const WORDS = ['xinhua', 'TASS', 'people', '新华', 'премьер', '2019', 'nobody says this'];

/** One reading for each filter: whether a document of the files passes what was chosen. */
const READINGS = {
  language: ({ language }: Raw, chosen: string[]) => chosen.includes(language),
  reportedBy: ({ reportedBy = '' }: Raw, chosen: string[]) => chosen.includes(reportedBy),
  copies: (one: Raw, chosen: string) => ('copy' in one ? 'only' : 'without') === chosen,
  q: ({ title, publisher, id }: Raw, q: string) =>
    `${title}\n${publisher}\n${id}`.toLowerCase().includes(q.toLowerCase()),
};
type Chosen = Partial<Pick<SourceParams, keyof typeof READINGS>>;

function read(chosen: Chosen, except?: keyof Chosen): Raw[] {
  return raw.filter((one) =>
    Object.entries(chosen).every(
      ([name, value]) => name === except || READINGS[name as keyof Chosen](one, value as never),
    ),
  );
}

const filters: fc.Arbitrary<Chosen> = fc.record(
  {
    language: fc.subarray(LANGUAGES, { minLength: 1 }),
    reportedBy: fc.subarray(ACCOUNTS, { minLength: 1 }),
    copies: fc.constantFrom('without' as const, 'only' as const),
    q: fc.constantFrom(...WORDS),
  },
  { requiredKeys: [] },
);

it('documents, the counts of each choice and the file agree with the files under 1,000 filters', () => {
  expect(raw.length).toBeGreaterThan(300);
  fc.assert(
    fc.property(filters, (chosen) => {
      const due = read(chosen).map(({ id }) => id);
      const { items, total, languages, accounts, copies } = store.listSources({
        ...chosen,
        limit: raw.length,
      });
      expect(total).toBe(due.length);
      expect(items.map(({ id }) => id).toSorted()).toEqual(due.toSorted());
      expect(accounts).toEqual(
        ACCOUNTS.map((value) => ({
          value,
          sources: read(chosen, 'reportedBy').filter((one) => one.reportedBy === value).length,
        })),
      );
      const copied = read(chosen, 'copies').filter((one) => 'copy' in one).length;
      expect(copies).toEqual([
        { value: 'without', sources: read(chosen, 'copies').length - copied },
        { value: 'only', sources: copied },
      ]);
      for (const { language, sources } of languages)
        expect(sources).toBe(read({ ...chosen, language: [language] }).length);
      const [heading = [], ...rows] = readCsv(toCsv(SOURCE_COLUMNS, items, 'comma'));
      const places = ['id', 'reportedBy', 'copy'].map((name) => heading.indexOf(name));
      expect(rows.map((row) => places.map((place) => row[place]))).toEqual(
        items.map((one) => [one.id, one.reportedBy ?? '', one.copy === undefined ? '' : 'yes']),
      );
    }),
    { numRuns: 1000 },
  );
});

it('an account that nobody can have is refused', () => {
  expect(() => store.listSources({ reportedBy: ['nobody'] })).toThrow(/nobody/);
});
