/** Two columns, each in the place of the other, where either may hold any words: nothing is wrong with a cell by itself. */
import type { RecordFault } from '#src/api/record-fault.ts';
import { shown } from '../reading/faults.ts';
import type { Steps } from './check-shape.ts';
import { EDITION_FILES, type Part } from './edition.ts';
import { type Checked, warn } from './warn.ts';

type Item = Readonly<Record<string, unknown>>;

/** Of fewer rows nobody can tell which is which. */
const FEWEST = 3;
/** As many of the longer texts are shorter where the two changed places; as a rule it is one in seven. */
const NEARLY_ALL = 0.9;

/** What things say at length, and what they say in short. */
const PAIRS: readonly { part: Part; list?: string; long: string; short: string }[] = [
  { part: 'sources', long: 'title', short: 'publisher' },
  { part: 'entries', long: 'quote', short: 'locator' },
  { part: 'exchangeYears', long: 'notes', short: 'name' },
  { part: 'exchangeYears', list: 'figures', long: 'label', short: 'unit' },
  { part: 'commissions', long: 'notes', short: 'name' },
];

type Text = { text: string; steps: Steps };

/** What a property says, by the language: the record's own has none where the thing itself does not name it. */
function textsOf(item: Item, key: string): Map<string, Text> {
  const value = item[key];
  const byTag = (texts: unknown, steps: Steps): [string, Text][] =>
    Object.entries((texts ?? {}) as Record<string, string>).map(([tag, text]) => [
      tag,
      { text, steps: [...steps, tag] },
    ]);
  if (typeof value === 'string')
    return new Map([
      ['en', { text: value, steps: [key] }],
      ...byTag(item[`${key}Translations`], [`${key}Translations`]),
    ]);
  const { text, translations } = (value ?? {}) as { text?: string; translations?: unknown };
  return typeof text === 'string'
    ? new Map([['en', { text, steps: [key] }], ...byTag(translations, [key, 'translations'])])
    : new Map(byTag(value, [key]));
}

/** True where what should be said at length is the shorter one nearly always, or mostly and the same again and again. */
function isExchanged(all: readonly { long: Text; short: Text }[]): boolean {
  const rows = all.filter(({ long, short }) => long.text.length !== short.text.length);
  const wrong = rows.filter(({ long, short }) => long.text.length < short.text.length).length;
  const kindsOf = (key: 'long' | 'short') => new Set(rows.map((row) => row[key].text)).size;
  return (
    rows.length >= FEWEST &&
    (wrong >= rows.length * NEARLY_ALL ||
      (wrong * 2 > rows.length && kindsOf('long') < kindsOf('short')))
  );
}

function checkLengths(record: Checked): RecordFault[] {
  const parts = record as unknown as Partial<Record<Part, readonly Item[]>>;
  return PAIRS.flatMap(({ part, list, long, short }) => {
    const items = (parts[part] ?? []).flatMap((item, at) =>
      list === undefined
        ? [{ item, steps: [at] as Steps }]
        : (item[list] as readonly Item[]).map((one, nth) => ({
            item: one,
            steps: [at, list, nth],
          })),
    );
    const rows = items.flatMap(({ item, steps }) => {
      const others = textsOf(item, short);
      return [...textsOf(item, long)].flatMap(([tag, text]) => {
        const other = others.get(tag);
        return other === undefined ? [] : [{ tag, steps, long: text, short: other }];
      });
    });
    return [...Map.groupBy(rows, ({ tag }) => tag).values()].flatMap((alike) => {
      const [first] = alike;
      return first === undefined || !isExchanged(alike)
        ? []
        : [
            warn(part, [...first.steps, ...first.long.steps], {
              code: 'columns-exchanged',
              values: { long, short },
            }),
          ];
    });
  });
}

/** Titles that stand where the publishers belong. */
function checkTitles({ sources }: Checked): RecordFault[] {
  const publishers = new Set(sources.map(({ publisher }) => publisher));
  return sources.flatMap(({ title }, index) =>
    publishers.has(title)
      ? [
          warn('sources', [index, 'title'], {
            code: 'title-is-publisher',
            values: { value: shown(title) },
          }),
        ]
      : [],
  );
}

/** Units that are no shorter and say what only a label does: a year, a remark in brackets, the label itself as a heading. */
function checkUnits({ exchangeYears }: Checked): RecordFault[] {
  const isLabel = /\d{4}|\(.+\)/;
  const isHeading = (text: string) => /^\p{Lu}\p{Ll}/u.test(text);
  return exchangeYears.flatMap(({ figures }, at) =>
    figures.flatMap(({ label, unit }, nth) => {
      const isSame = label.toLowerCase() === unit.toLowerCase();
      const isWrong =
        unit.length > label.length
          ? isLabel.test(unit) && !isLabel.test(label)
          : isSame && isHeading(unit) && !isHeading(label);
      return isWrong
        ? [
            warn('exchangeYears', [at, 'figures', nth, 'unit'], {
              code: 'unit-is-label',
              values: { value: shown(unit), label: shown(label) },
            }),
          ]
        : [];
    }),
  );
}

/** A copy is taken of what is there already, and its address has that of the page in it. */
const checkCopies = ({ sources }: Checked): RecordFault[] =>
  sources.flatMap(({ url, archivedUrl, publishedOn, capturedOn }, at) => {
    const found: RecordFault[] = [];
    if (archivedUrl !== undefined && url !== archivedUrl && url.includes(archivedUrl))
      found.push(warn('sources', [at, 'url'], { code: 'address-of-copy' }));
    const isEarlier =
      capturedOn !== undefined &&
      publishedOn !== null &&
      capturedOn < publishedOn.slice(0, capturedOn.length);
    if (isEarlier)
      found.push(
        warn('sources', [at, 'capturedOn'], {
          code: 'captured-early',
          values: { date: capturedOn, published: publishedOn },
        }),
      );
    if (capturedOn !== undefined && archivedUrl === undefined)
      found.push(warn('sources', [at, 'capturedOn'], { code: 'captured-nowhere' }));
    return found;
  });

/** Other names for what nothing is called, while something is called by the other name. */
function checkOtherNames(record: Checked): RecordFault[] {
  const { mechanism, fields, places, people, offices, exchangeYears, entries } = record;
  const { otherNames = [] } = mechanism;
  if (otherNames.length === 0) return [];
  const names = JSON.stringify([fields, places, people, offices, exchangeYears]);
  return otherNames.flatMap(({ written, other }, at) =>
    names.includes(other) &&
    !names.includes(written) &&
    !entries.some(({ text }) => text.includes(written))
      ? [
          warn('mechanism', ['otherNames', at, 'written'], {
            code: 'names-exchanged',
            values: { other },
          }),
        ]
      : [],
  );
}

/** Columns, or cells of one row, that seem to have changed places. */
export function findExchanged(record: Checked): RecordFault[] {
  const lengths = checkLengths(record);
  const isTold = (part: Part) => lengths.some(({ file }) => file === EDITION_FILES[part]);
  return [
    ...lengths,
    // Of columns that changed places, not cell by cell.
    ...(isTold('sources') ? [] : checkTitles(record)),
    ...(isTold('exchangeYears') ? [] : checkUnits(record)),
    ...checkCopies(record),
    ...checkOtherNames(record),
  ];
}
