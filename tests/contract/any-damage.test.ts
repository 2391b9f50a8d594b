/** Whatever programs and people do to a cell: the record is the same afterwards, or the cell is told. Many are told as each alone. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatFault } from '#engine/reading/fault-words.ts';
import type { RecordData } from '#engine/record/record.ts';
import { type Change, readChanged } from '#tests/fixtures/changed-workbook.ts';
import { type Cell, exampleSheets, styled } from '#tests/fixtures/hand-written-workbook.ts';

/** What is made of a cell; null where it cannot happen to it. */
type Damage = (text: string) => Cell;
const ofDay =
  (change: Damage): Damage =>
  (text) =>
    /^\d{4}-\d\d-\d\d$/.test(text) ? change(text) : null;
const ofNumber =
  (change: Damage): Damage =>
  (text) =>
    /^\d+$/.test(text) ? change(text) : null;
const turned = (text: string, sign: string) => text.split('-').toReversed().join(sign);

const DAMAGES: Readonly<Record<string, Damage>> = {
  'a space behind it': (text) => `${text} `,
  'a space before it': (text) => ` ${text}`,
  'a space that does not break': (text) => `${text}\u00A0`,
  'a sign without width': (text) => `${text}\u200B`,
  'a hyphen that nobody sees': (text) => `${text.slice(0, 1)}\u00AD${text.slice(1)}`,
  'a line behind it': (text) => `${text}\n`,
  'a tab behind it': (text) => `${text}\t`,
  'U+0000': (text) => `${text}\0`,
  'half of what was a letter': (text) => `${text}\uFFFD`,
  'an apostrophe against formulas': (text) => `'${text}`,
  'a mark of hypertext': (text) => `<b>${text}</b>`,
  'a sign as hypertext writes it': (text) => `${text}&amp;`,
  'UTF-8 read as Latin-1': (text) => {
    const read = Buffer.from(text).toString('latin1');
    return read === text ? null : read;
  },
  'nothing known': () => 'N/A',
  'a dash for nothing': () => '-',
  'a question mark': () => '?',
  'wide digits': (text) =>
    /^[\d/-]+$/.test(text)
      ? text.replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0))
      : null,
  'month 13': (text) => (/^\d{4}-\d\d/.test(text) ? text.replace(/-\d\d/, '-13') : null),
  'day before month': ofDay((text) => turned(text, '.')),
  'day and month by strokes': ofDay((text) => turned(text, '/')),
  'a dash between the parts of a date': ofDay((text) => text.replaceAll('-', '–')),
  'a time behind a date': ofDay((text) => `${text}T00:00:00`),
  'the number of a day as programs count them': ofDay(() => 40_708),
  'another century': (text) => (/^20\d\d/.test(text) ? text.replace(/^20/, '02') : null),
  'thousands by commas': ofNumber(() => '1,400'),
  'thousands by points': ofNumber(() => '1.400'),
  'thousands by spaces': ofNumber(() => '1\u202F400'),
  'a decimal comma': ofNumber((text) => `${text},5`),
  'a zero before it': ofNumber((text) => `0${text}`),
  'less than nothing': ofNumber((text) => `-${text}.5`),
  'more than anything': ofNumber(() => '99999999999999999999'),
  'a percentage': ofNumber(() => styled(1, 0.5)),
  'a time of day': () => styled(6, 0.5),
  'yes and no': () => ({ about: 't="b"', content: '<v>1</v>' }),
  'a formula that fails': () => ({ about: 't="e"', content: '<v>#VALUE!</v>' }),
  'a formula without a result': () => ({ about: '', content: '<f>A1+1</f>' }),
};

/** Where a figure may be less than nothing, and an ending of an address anything. */
const isPossible = (column: string, damage: string) =>
  !(column === 'value' && damage === 'less than nothing') &&
  !(column === 'url' && damage === 'a sign without width');

const cells = [...exampleSheets()].flatMap(([name, { rows }]) =>
  rows
    .slice(1)
    .flatMap((row, index) =>
      row.flatMap((value, at) =>
        typeof value === 'string' || typeof value === 'number'
          ? [{ name, line: index + 2, at, column: rows[0]?.[at] as string, text: String(value) }]
          : [],
      ),
    ),
);
type Place = (typeof cells)[number];

const damaged =
  ({ name, line, at, text }: Place, damage: string): Change =>
  (sheets) => {
    const row = sheets.get(name)?.rows[line - 1];
    if (row !== undefined) row[at] = DAMAGES[damage]?.(text) ?? null;
  };

/** What a record says, whatever version that is. */
const saidBy = (record: RecordData | null) =>
  record && JSON.stringify({ ...record, mechanism: { ...record.mechanism, dataVersion: '' } });

const slips = fc
  .tuple(fc.constantFrom(...cells), fc.constantFrom(...Object.keys(DAMAGES)))
  .filter(
    ([{ text, column }, damage]) => DAMAGES[damage]?.(text) != null && isPossible(column, damage),
  );

describe('a cell of a workbook that was damaged in any way', () => {
  it('leaves the record as it was, or is told', async () => {
    const before = await readChanged();
    const [said, known] = [saidBy(before.record), before.warnings.map(formatFault)];
    await fc.assert(
      fc.asyncProperty(slips, async ([place, damage]) => {
        const { record, errors, warnings } = await readChanged(damaged(place, damage));
        const told = [...errors, ...warnings]
          .map(formatFault)
          .filter((line) => !known.includes(line));
        if (saidBy(record) !== said) expect(told, JSON.stringify([place, damage])).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a workbook with forty slips', () => {
  /** Those by which no other cell is told. */
  const FREE =
    /^(?:text|title|publisher|date|url|language|lang|kind|format|status|value|publishedOn|name_.*)$/;
  const free = cells.filter(({ column }) => FREE.test(column));
  const COUNT = 40;

  it('is told each of them as if it were alone, and nothing else', async () => {
    const slip = fc.constantFrom(
      'U+0000',
      'yes and no',
      'a formula that fails',
      'a formula without a result',
    );
    const many = fc.tuple(
      fc.shuffledSubarray(free, { minLength: COUNT, maxLength: COUNT }),
      fc.array(slip, { minLength: COUNT, maxLength: COUNT }),
    );
    await fc.assert(
      fc.asyncProperty(many, async ([places, kinds]) => {
        const changes = places.map((place, nth) => damaged(place, kinds[nth] ?? ''));
        const alone: string[] = [];
        for (const change of changes) {
          const { errors } = await readChanged(change);
          expect(errors.map(formatFault)).toHaveLength(1);
          alone.push(...errors.map(formatFault));
        }
        const { record, errors } = await readChanged(...changes);
        expect(record).toBeNull();
        expect(errors.map(formatFault).toSorted()).toEqual(alone.toSorted());
      }),
      { numRuns: 2 },
    );
  });
});
