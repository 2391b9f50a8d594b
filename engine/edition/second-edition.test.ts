import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { createEdition } from '#tests/fixtures/small-edition.ts';
import type { Edition } from './edition.ts';
import { formatFault } from '../reading/fault-words.ts';
import { parseEdition } from './parse-edition.ts';
import { readEdition, writeRecord } from './write-record.ts';
import { RECORD_FILES, type RecordData } from '../record/record.ts';
import { toRecordContent } from './to-record.ts';

/** The same with what the second edition brought: further pages, copies, and texts in further languages. */
function withSecondEdition(edition: Edition): Edition {
  const [report] = edition.sources;
  return {
    ...edition,
    entries: edition.entries.map((entry) => ({
      ...entry,
      locator: 'page 2',
      quote: { text: 'were opened', lang: 'en' },
      status: 'single-source',
    })),
    sources: [
      { ...report!, reportedBy: 'norway' },
      { ...report!, id: 'copy', title: '[Reprint of the report]', reportedBy: 'chile' },
    ],
    secondSources: {
      e1: [
        {
          source: 'copy',
          independent: true,
          locator: 'page 3',
          quote: { text: 'abierto', lang: 'es' },
          basis: 'another reporter',
        },
      ],
    },
    copies: ['copy'],
    translations: {
      zh: { 'The fishing years were opened.': '渔业年开幕。', 'Fishing in Chile': '智利渔业年' },
      es: {
        'The fishing years were opened.': 'Se inauguraron los años de la pesca.',
        'The day is disputed.': 'El día es discutido.',
        'Many came.': 'Vinieron muchos.',
        boats: 'barcos',
      },
    },
  };
}

/** How often each value stands in a content, whatever the place; names of properties that are data count as values. */
function countValues(content: unknown, counts = new Map<string, number>()): Map<string, number> {
  if (content === null || content === undefined) return counts;
  if (typeof content === 'object')
    for (const value of Object.values(content)) countValues(value, counts);
  else counts.set(JSON.stringify(content), (counts.get(JSON.stringify(content)) ?? 0) + 1);
  return counts;
}

/** The values of an edition that stand less often in the record that was made of it; a status is not copied but derived. */
function lostValues({ translations = {}, copies = [], ...edition }: Edition, record: RecordData) {
  const entries = edition.entries.map((entry) => ({ ...entry, status: null }));
  const got = countValues(record);
  const due = countValues({ ...edition, entries });
  // A translation stands wherever its text does, which may be in several places.
  const texts = Object.values(translations).flatMap((of) => Object.values(of));
  for (const text of texts) due.set(JSON.stringify(text), 1);
  const copied = new Set(
    record.sources.filter(({ copy }) => copy !== undefined).map(({ id }) => id),
  );
  return [
    ...[...due].filter(([value, times]) => (got.get(value) ?? 0) < times).map(([value]) => value),
    ...copies.filter((id) => !copied.has(id)),
  ];
}

const errorsOf = (edition: unknown) =>
  parseEdition(edition as Edition).errors.map((error) => formatFault(error));

describe('importing a second edition', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'communique-import-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const importInto = (edition: Edition, today: string) =>
    writeRecord(folder, toRecordContent(edition), today);

  it('takes further pages, copies and translations into the record, and nothing of any file is lost', async () => {
    const edition = withSecondEdition(createEdition());
    expect(errorsOf(edition)).toEqual([]);
    await importInto(edition, '2020-01-01');
    const record = await readRecord(folder);
    expect(record.entries[0]).toMatchObject({
      translations: { zh: '渔业年开幕。', es: 'Se inauguraron los años de la pesca.' },
      further: [{ source: 'copy', independent: true, quote: { text: 'abierto', lang: 'es' } }],
      status: 'confirmed',
    });
    expect(record.sources[1]).toMatchObject({
      copy: { of: null },
      standIn: { text: 'Reprint of the report', isFromAddress: false },
    });
    expect(record.exchangeYears[0]?.hosting[0]?.name).toMatchObject({ zh: '智利渔业年' });
    const lost = lostValues(edition, record);
    expect(lost).toEqual([]);
    expect(lostValues(edition, { ...record, entries: [] })).not.toEqual([]);
    expect(await importInto(edition, '2020-06-30')).toMatchObject({ changed: [] });
  });

  it('refuses what the files beside the entries say of nothing that is there', () => {
    const edition = withSecondEdition(createEdition());
    edition.secondSources!['e9'] = edition.secondSources!['e1']!;
    edition.secondSources!['e1']![0]!.source = 'rumour';
    edition.copies!.push('gossip');
    edition.translations!['zh']!['Nobody wrote this.'] = '无人写过。';
    expect(errorsOf(edition)).toEqual([
      'second-sources.json $.e1[0].source: no source has the id "rumour"; likewise at 1 more place: second-sources.json $.e9[0].source',
      'second-sources.json $.e9: no entry has the id "e9"',
      'copies.json $[1]: no source has the id "gossip"',
      'translations/zh.json $.Nobody wrote this.: no text of the edition is this one',
    ]);
    const [page] = withSecondEdition(createEdition()).secondSources!['e1']!;
    expect(errorsOf({ ...createEdition(), secondSources: { e1: [{ ...page, mood: 1 }] } })).toEqual(
      [
        expect.stringMatching(/^second-sources\.json \$\.e1\[0\]\.mood: /),
        // That the shape of a page is wrong hides nothing of what it refers to.
        expect.stringMatching(/^second-sources\.json \$\.e1\[0\]\.source: /),
      ],
    );
  });

  it('names a file that no edition has, instead of leaving it aside', async () => {
    const edition = createEdition();
    for (const part of Object.keys(RECORD_FILES) as (keyof typeof RECORD_FILES)[])
      await writeFile(join(folder, RECORD_FILES[part]), JSON.stringify(edition[part]));
    expect((await readEdition(folder)).errors).toEqual([]);
    await mkdir(join(folder, 'translations'));
    await writeFile(join(folder, 'translations/Chinese.json'), '{}');
    await writeFile(join(folder, 'third-sources.json'), '[]');
    const { errors } = await readEdition(folder);
    expect(errors.map(formatFault)).toEqual([
      'third-sources.json $: no file of an edition has this name',
      'translations/Chinese.json $: no file of an edition has this name',
    ]);
  });
});
