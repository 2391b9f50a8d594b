import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { RECORD_FILES } from '../record/record.ts';
import { readRecord } from '#mocks/read-record.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';
import type { Edition } from './edition.ts';
import { formatFault } from '../reading/fault-words.ts';
import { parseEdition } from './parse-edition.ts';
import { readEdition, writeRecord } from './write-record.ts';
import { toDataVersion } from '../record/data-version.ts';
import { toRecordContent } from './to-record.ts';
import { createEdition } from '#tests/fixtures/small-edition.ts';

const errorsOf = (edition: unknown) =>
  parseEdition(edition as Edition).errors.map((error) => formatFault(error));

describe('checking an edition', () => {
  it('accepts one in which everything holds', () => {
    expect(errorsOf(createEdition())).toEqual([]);
  });

  it('lists every wrong shape with its file and path', () => {
    const edition = createEdition();
    const errors = errorsOf({
      ...edition,
      meetings: edition.meetings.map((meeting) => ({ ...meeting, date: '2001-02-30' })),
      sources: [{ ...edition.sources[0], url: 'javascript:alert(1)' }],
      entries: [{ ...edition.entries[0], mood: 'good' }],
      places: 'none',
    });
    expect(errors).toEqual([
      expect.stringMatching(/^places\.json \$: /),
      expect.stringMatching(
        /^sources\.json \$\[0\]\.url: "javascript:alert\(1\)" is no web address/,
      ),
      'meetings.json $[0].date: No calendar has this date: "2001-02-30"',
      'meetings.json $[1].date: No calendar has this date: "2001-02-30"',
      'entries.json $[0].mood: no property has this name',
    ]);
  });

  it('lists every id that references miss, once, with each place that names it', () => {
    const edition = createEdition();
    edition.fields.fields[0]!.group = 'sky';
    edition.people[0]!.party = 'peru';
    edition.entries[0]!.fields = ['fishing', 'mining'];
    edition.entries[0]!.source = 'rumour';
    edition.entries[0]!.meeting = 9;
    edition.meetings[0]!.coChairs[0]!.office = 'king';
    edition.exchangeYears[0]!.hosting[0]!.host = 'peru';
    edition.commissions[0]!.sessions[0]!.place = 'atlantis';
    expect(errorsOf(edition)).toEqual([
      'fields.json $.fields[0].group: no group has the id "sky"',
      'people.json $[0].party: no party has the id "peru"; likewise at 1 more place: exchange-years.json $[0].hosting[0].host',
      'meetings.json $[0].coChairs[0].office: no office has the id "king"; likewise at 1 more place: meetings.json $[1].coChairs[0].office',
      'entries.json $[0].meeting: no meeting has the id "9"',
      'entries.json $[0].source: no source has the id "rumour"',
      'entries.json $[0].fields[1]: no field has the id "mining"',
      'commissions.json $[0].sessions[0].place: no place has the id "atlantis"',
    ]);
  });

  it('refuses other names that are none, stand twice, or of which more is said', () => {
    const { mechanism, ...rest } = createEdition();
    const otherNames = [
      { written: 'Oslo', other: '' },
      { written: 'Oslo', other: 'Christiania' },
      { written: 'Oslo', other: 'Christiania', lang: 'da' },
    ];
    expect(errorsOf({ ...rest, mechanism: { ...mechanism, otherNames } })).toEqual([
      expect.stringMatching(/^mechanism\.json \$\.otherNames\[0\]\.other: nothing is here/),
      'mechanism.json $.otherNames[2].lang: no property has this name',
      'mechanism.json $.otherNames[1].other: "Oslo: Christiania" is used more than once; likewise at 1 more place: mechanism.json $.otherNames[2].other',
    ]);
  });

  it('refuses ids used twice, ordinals against the dates, and hosts outside of the years', () => {
    const edition = createEdition();
    edition.sources.push(edition.sources[0]!);
    edition.meetings[1]!.date = '2000-07';
    edition.exchangeYears[0]!.hosting[0]!.year = 2004;
    expect(errorsOf(edition)).toEqual([
      'sources.json $[0].id: "report" is used more than once; likewise at 1 more place: sources.json $[1].id',
      'meetings.json $[1].date: meeting 2 was over before meeting 1 (2001)',
      'exchange-years.json $[0].hosting[0].year: 2004 is not in 2002/2003',
    ]);
  });
});

describe('two meetings', () => {
  it.each([
    ['2001', '2001'],
    ['2001', '2001-07'],
    ['2001-07-03', '2001-07-03'],
    ['2001-07-03', '2001'],
  ])('of %s and of %s are in order, as the contract has it', (first, second) => {
    const edition = createEdition();
    edition.meetings[0]!.date = first;
    edition.meetings[1]!.date = second;
    expect(errorsOf(edition)).toEqual([]);
  });
});

describe('importing an edition', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'communique-import-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const importInto = (edition: Edition, today: string) =>
    writeRecord(folder, toRecordContent(edition), today);

  it('writes a record that can be read back, with languages and named exchange years', async () => {
    await importInto(createEdition(), '2020-01-01');
    const record = await readRecord(folder);
    expect(record.entries[0]).toMatchObject({ lang: 'en', exchangeYears: ['fishing-2002'] });
    expect(record.meetings[0]?.notes).toEqual({ text: 'The day is disputed.', lang: 'en' });
    expect(record.meetings[0]?.attendance?.lang).toBe('en');
    expect(record.exchangeYears[0]?.hosting[0]?.name).toEqual({ en: 'Fishing in Chile' });
    expect(record.mechanism.dataVersion).toMatch(/^[0-9a-f]{12}$/);
  });

  it('changes nothing when the same edition comes again on another day', async () => {
    const first = await importInto(createEdition(), '2020-01-01');
    const again = await importInto(createEdition(), '2020-06-30');
    expect(again).toEqual({ ...first, changed: [] });
    expect((await readRecord(folder)).mechanism.dataDate).toBe('2020-01-01');
  });

  it('gives changed data a new version and the day of the import', async () => {
    const first = await importInto(createEdition(), '2020-01-01');
    const edition = createEdition();
    edition.entries[0]!.text = 'The fishing years were closed.';
    const second = await importInto(edition, '2020-06-30');
    expect(second.dataVersion).not.toBe(first.dataVersion);
    expect(second).toMatchObject({
      dataDate: '2020-06-30',
      changed: ['mechanism.json', 'entries.json'],
    });
  });

  it('lets an event keep its id in the calendar when its date is corrected, and when that comes again', async () => {
    const idAndDate = async () => {
      const { items } = createStore(await readRecord(folder)).listCalendar({ kind: ['opening'] });
      return items.map(({ id, date }) => [id, date]);
    };
    await importInto(createEdition(), '2020-01-01');
    expect(await idAndDate()).toEqual([['fishing-2002-opening-2002-01', '2002-01']]);
    const edition = createEdition();
    edition.exchangeYears[0]!.events[0]!.date = '2002-01-09';
    edition.exchangeYears[0]!.events.push({
      ...edition.exchangeYears[0]!.events[0]!,
      date: '2002-01',
      text: 'Opened again.',
    });
    const expected = [
      ['fishing-2002-opening-2002-01-2', '2002-01'],
      ['fishing-2002-opening-2002-01', '2002-01-09'],
    ];
    const second = await importInto(edition, '2020-06-30');
    expect(await idAndDate()).toEqual(expected);
    expect(await importInto(edition, '2020-07-01')).toEqual({ ...second, changed: [] });
    expect(await idAndDate()).toEqual(expected);
  });

  it('leaves the other names of the record where an edition of the same mechanism says nothing of any', async () => {
    const listed = async () => (await readRecord(folder)).mechanism.otherNames;
    const edition = createEdition();
    const otherNames = [{ written: 'Oslo', other: 'Christiania' }];
    const first = await importInto(
      { ...edition, mechanism: { ...edition.mechanism, otherNames } },
      '2020-01-01',
    );
    expect(await importInto(edition, '2020-06-30')).toEqual({ ...first, changed: [] });
    expect(await listed()).toEqual(otherNames);
    await importInto(
      { ...edition, mechanism: { ...edition.mechanism, id: 'other' } },
      '2020-06-30',
    );
    expect(await listed()).toBeUndefined();
  });

  it('refuses an end that is no later day than the beginning', () => {
    const edition = createEdition();
    edition.exchangeYears[0]!.events[0]!.until = '2002-02-01';
    edition.commissions[0]!.sessions[0]!.until = '2000-05';
    expect(errorsOf(edition)).toEqual([
      'exchange-years.json $[0].events[0].until: 2002-02-01 is not a day after the day 2002-01',
      'commissions.json $[0].sessions[0].until: 2000-05 is not a day after the day 2000-05',
    ]);
    edition.exchangeYears[0]!.events[0]!.date = '2002-01-31';
    edition.commissions[0]!.sessions[0]!.until = undefined;
    expect(errorsOf(edition)).toEqual([]);
  });

  it('names files that are missing or not JSON beside the errors of the others', async () => {
    const edition = createEdition();
    for (const part of Object.keys(RECORD_FILES) as (keyof typeof RECORD_FILES)[])
      if (part !== 'people')
        await writeFile(join(folder, RECORD_FILES[part]), JSON.stringify(edition[part]));
    await writeFile(join(folder, 'places.json'), '[{');
    await writeFile(join(folder, 'offices.json'), '[{"id":"X"}]');
    const { edition: read, errors } = await readEdition(folder);
    expect(read).toBeNull();
    expect(errors.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['people.json', 'places.json', 'offices.json']),
    );
    expect(await readdir(folder)).toHaveLength(9);
  });
});

describe('the record in mocks/data', () => {
  it('is what its version says', async () => {
    const { mechanism, ...rest } = await readRecord();
    const { dataVersion, dataDate: _, ...named } = mechanism;
    expect(await toDataVersion({ mechanism: named, ...rest })).toBe(dataVersion);
  });

  it('links the announcements of exchange years', async () => {
    const { entries } = await readRecord();
    const linked = new Map(entries.map(({ id, exchangeYears }) => [id, exchangeYears]));
    expect(linked.get('m28-16')).toEqual(['sports-2022-2023']);
    expect(linked.get('m28-17')).toEqual(['culture-2024-2025']);
    expect(linked.get('m20-14')).toEqual(['youth-2014-2015', 'media-2016-2017']);
    expect(linked.get('m30-12')).toEqual([]);
    expect(linked.get('m26-02')).toEqual([]);
  });

  it('keeps one fact a line', async () => {
    const text = await readFile(join(import.meta.dirname, '../../mocks/data/entries.json'), 'utf8');
    const { entries } = await readRecord();
    expect(text.trimEnd().split('\n')).toHaveLength(entries.length + 2);
  });
});
