import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { checkRecord } from '../input/check-record.ts';
import { formatFault } from '../reading/fault-words.ts';
import { parseEdition } from './parse-edition.ts';
import { createEdition } from '#tests/fixtures/small-edition.ts';

const linesOf = (edition: unknown) =>
  parseEdition(edition as ReturnType<typeof createEdition>).errors.map(formatFault);

describe('a record with many faults', () => {
  it('is told all of them at once, shapes and references, with the value and what would be right', () => {
    const edition = createEdition();
    const [entry] = edition.entries;
    edition.fields.groups.push({ ...edition.fields.groups[0]! });
    edition.meetings[0]!.date = '2023-13';
    edition.meetings[0]!.format = 'in-dreams' as 'video';
    edition.meetings[1]!.place = 'atlantis';
    edition.entries.push({ ...entry!, id: 'e2', fields: ['mining'] }, { ...entry!, text: '' });
    edition.exchangeYears[0]!.figures[0]!.value = 'three' as unknown as number;
    edition.sources[0]!.url = 'ftp://example.org';
    expect(linesOf(edition)).toEqual([
      'fields.json $.groups[0].id: "sea" is used more than once; likewise at 1 more place: fields.json $.groups[1].id',
      'sources.json $[0].url: "ftp://example.org" is no web address: it begins with https:// or http:// and has no spaces',
      'meetings.json $[0].date: "2023-13" is no date: write 2023, 2023-12 or 2023-12-19',
      'meetings.json $[0].format: "in-dreams" is none of in-person, video, hybrid',
      'meetings.json $[1].place: no place has the id "atlantis"',
      'entries.json $[0].id: "e1" is used more than once; likewise at 1 more place: entries.json $[2].id',
      'entries.json $[1].fields[0]: no field has the id "mining"',
      'entries.json $[2].text: nothing is here, but something has to be',
      'exchange-years.json $[0].figures[0].value: "three" is here, where a number should be',
    ]);
  });

  it('is told once of two files that have the name of each other, with what else is wrong', () => {
    const edition = createEdition();
    edition.meetings[0]!.date = '2023-13';
    const { places, people } = edition;
    expect(linesOf({ ...edition, places: people, people: places })).toEqual([
      'places.json $: the files places.json and people.json seem to have changed names: each holds what belongs in the other',
      'meetings.json $[0].date: "2023-13" is no date: write 2023, 2023-12 or 2023-12-19',
    ]);
  });

  it('is told none that only follows from another', () => {
    const edition = createEdition();
    // Whoever refers to it is right once the id is.
    edition.fields.fields[0]!.id = 'Fishing!';
    edition.people[0]!.id = 7 as unknown as string;
    // Of what cannot be read, nothing is missed.
    expect(linesOf({ ...edition, sources: 'none', offices: undefined })).toEqual([
      'offices.json $: nothing is here, but something has to be',
      'sources.json $: "none" is here, where a list should be',
      'fields.json $.fields[0].id: "Fishing!" is no id: small Latin letters, digits and hyphens, such as "energy-2"',
      'people.json $[0].id: 7 is here, where a text should be',
    ]);
  });

  it('is never taken, whatever value is damaged, and the fault names the place', async () => {
    const record = await readRecord();
    const ids = ['meetings', 'entries', 'sources', 'exchangeYears', 'people'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.nat(),
        fc.constantFrom<unknown>(null, 1e9, -1, 0.5, '', 'No Such', [], {}),
        (part, nth, damage) => {
          const items = record[part];
          const index = nth % items.length;
          const key = part === 'meetings' ? 'ordinal' : 'id';
          const spoilt = items.map((item, at) =>
            at === index ? { ...item, [key]: damage } : item,
          );
          const { record: taken, errors } = checkRecord({ ...record, [part]: spoilt });
          expect(taken).toBeNull();
          expect(errors.map(({ path }) => path)).toContain(`$[${index}].${key}`);
          expect(new Set(errors.map((fault) => JSON.stringify(fault))).size).toBe(errors.length);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a record that may be shown', () => {
  it('is told what looks like a slip: no source, a field that nothing uses, a gap, another encoding', () => {
    const edition = createEdition();
    edition.fields.fields.push({ id: 'ice', group: 'sea', name: { en: 'Ice' } });
    edition.meetings[0]!.sources = [];
    edition.meetings[0]!.coChairs = [];
    edition.meetings[1]!.ordinal = 4;
    edition.entries[0]!.meeting = 4;
    edition.entries[0]!.text = 'FÃ¼r die Fischerei.';
    const { errors, warnings } = parseEdition(edition);
    expect(errors).toEqual([]);
    expect(warnings.map(formatFault)).toEqual([
      'fields.json $.fields[1].id: the field "ice" is never used: is a row lost that named it?',
      'meetings.json $[0].sources: meeting 1 names no source',
      'meetings.json $[1].ordinal: between meeting 1 and meeting 4 an ordinal is missing',
      'entries.json $[0].text: this looks like a text that was read in another encoding: "FÃ¼r die Fischerei."',
    ]);
    expect(parseEdition(createEdition()).warnings).toEqual([]);
  });

  it('has no warning on texts of the record, in whatever language', async () => {
    const { errors, warnings } = checkRecord(await readRecord());
    expect(errors).toEqual([]);
    expect(warnings.filter(({ code }) => code === 'garbled')).toEqual([]);
  });
});
