/**
 * Cells that belong to another row: a column that was sorted, shifted or filled by itself. No cell of it is wrong alone;
 * what else the row says is that of another one.
 */
import { firstDay, lastDay } from '#src/api/edtf.ts';
import type { RecordFault } from '#src/api/record-fault.ts';
import type { Steps } from '../check-shape.ts';
import type { Part } from '../edition.ts';
import { shown } from '../../reading/faults.ts';
import { type Checked, warn } from '../warn.ts';

/** What a cell says, and what the rest of its row says of the same. */
type Sign = { steps: Steps; said: string; meant: string };

const tell = (part: Part, how: string, signs: readonly Sign[]): RecordFault[] =>
  signs.map(({ steps, said, meant }) =>
    warn(part, steps, { code: 'row-of-other', values: { how, value: said, meant } }),
  );

/** One alone may be a coincidence. */
const FEWEST = 2;

/** Those that say otherwise, where most of what they say is meant by another of them: these were right once. */
function changedRows(signs: readonly Sign[]): Sign[] {
  const wrong = signs.filter(({ said, meant }) => said !== meant);
  const meantBy = Map.groupBy(wrong, ({ meant }) => meant);
  const found = [...Map.groupBy(wrong, ({ said }) => said)].reduce(
    (sum, [said, by]) => sum + Math.min(by.length, meantBy.get(said)?.length ?? 0),
    0,
  );
  return wrong.length >= FEWEST && found * 2 >= wrong.length ? wrong : [];
}

/** A name as ids are made of names. */
const asId = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

type Named = { id: string; name: Readonly<Record<string, string>> };

/** Things whose ids are made of their names, and that have the name of another one, or theirs in the column of another language. */
function checkNames(part: Part, list: readonly Named[], steps: Steps = []): RecordFault[] {
  const names = new Map(list.map(({ id, name }) => [id, asId(name['en'] ?? '')]));
  const others = list.flatMap(({ id, name }, at): Sign[] => {
    const meant = names.get(id) ?? '';
    // What has its name twice is another matter.
    return meant !== id && names.has(meant) && names.get(meant) !== meant
      ? [{ steps: [...steps, at, 'name', 'en'], said: shown(name['en']), meant }]
      : [];
  });
  const inTurn = list.flatMap(({ id, name }, at) =>
    Object.entries(name).flatMap(([tag, other]) =>
      names.get(id) !== id && asId(other) === id
        ? [warn(part, [...steps, at, 'name', tag], namesInTurn(tag, other))]
        : [],
    ),
  );
  const right = list.filter(({ id }) => names.get(id) === id).length;
  return [
    ...tell(part, 'name', others),
    ...(inTurn.length >= FEWEST && inTurn.length > right ? inTurn : []),
  ];
}
const namesInTurn = (tag: string, name: string) => ({
  code: 'names-in-turn' as const,
  values: { tag, value: shown(name) },
});

/** Ids that count within each meeting, such as m01-02. */
const COUNTED = /^[a-z]*-?0*(\d+)-0*\d+$/;

/** Entries whose ids count them to another meeting, in a record whose ids do that. */
function ofOtherMeetings({ entries, meetings }: Checked): Sign[] {
  const ordinals = new Set(meetings.map(({ ordinal }) => String(ordinal)));
  const signs = entries.flatMap(({ id, meeting }, at): Sign[] => {
    const meant = COUNTED.exec(id)?.[1];
    return meant === undefined || !ordinals.has(meant)
      ? []
      : [{ steps: [at, 'meeting'], said: String(meeting), meant }];
  });
  const right = signs.filter(({ said, meant }) => said === meant).length;
  const isRule = signs.length === entries.length && right * 4 >= signs.length;
  return isRule ? signs.filter(({ said, meant }) => said !== meant) : changedRows(signs);
}

const DATED = /(?:^|-)((?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?=-|$)/;
const YEAR = /(?<!\d)(?:19|20)\d\d(?=\D|$)/;

/** Documents of another day than their ids, or of another year than their addresses, have in them. */
function checkPublished({ sources }: Checked): RecordFault[] {
  const signsOf = (
    key: 'publishedOn' | 'url',
    meantBy: (source: (typeof sources)[number]) => string,
  ) =>
    sources.flatMap((source, at): Sign[] => {
      const { publishedOn } = source;
      const meant = meantBy(source);
      const length = Math.min(meant.length, publishedOn?.length ?? 0);
      if (publishedOn === null || length === 0) return [];
      const [one, other] = [publishedOn.slice(0, length), meant.slice(0, length)];
      return [
        key === 'url'
          ? { steps: [at, key], said: other, meant: one }
          : { steps: [at, key], said: one, meant: other },
      ];
    });
  const byId = changedRows(signsOf('publishedOn', ({ id }) => DATED.exec(id)?.[1] ?? ''));
  return byId.length > 0
    ? tell('sources', 'date', byId)
    : tell(
        'sources',
        'address',
        changedRows(signsOf('url', ({ url }) => YEAR.exec(url)?.[0] ?? '')),
      );
}

/** As many documents show whether publishers have addresses of their own; as few of them have another one as a rule. */
const MANY = 20;
const MOST_OTHERS = 0.25;

const hostOf = (url: string) => new URL(url).hostname.split('.').slice(-2).join('.');

/** Publishers each of whom seems to be at home everywhere. */
function checkPublishers({ sources }: Checked): RecordFault[] {
  // A record's address need be none that a browser can read.
  const all = sources.flatMap(({ publisher, url }, at) =>
    URL.canParse(url) ? [{ publisher, host: hostOf(url), at }] : [],
  );
  const several = [...Map.groupBy(all, ({ publisher }) => publisher).values()].filter(
    ({ length }) => length > 1,
  );
  const odd = several.flatMap((of) => {
    const hosts = [...Map.groupBy(of, ({ host }) => host).values()];
    const [, ...others] = hosts.toSorted((a, b) => b.length - a.length);
    return others.flat();
  });
  const [first] = odd.toSorted((a, b) => a.at - b.at);
  const count = several.flat().length;
  return first !== undefined && count >= MANY && odd.length > count * MOST_OTHERS
    ? [
        warn('sources', [first.at, 'publisher'], {
          code: 'publishers-mixed',
          values: { publisher: first.publisher, host: first.host },
        }),
      ]
    : [];
}

/** A meeting may be reported before it takes place, but not by so much. */
const MOST_EARLY_MS = 60 * 24 * 3_600_000;

type Cited = { part: Part; steps: Steps; meeting: number; source: string };

/** Who cites which document for a meeting: entries and co-chairs. */
function citedIn({ meetings, entries }: Checked): Cited[] {
  const ofChairs = meetings.flatMap(({ ordinal, coChairs }, at) =>
    coChairs.map(({ source }, nth) => ({
      part: 'meetings' as const,
      steps: [at, 'coChairs', nth, 'source'],
      meeting: ordinal,
      source,
    })),
  );
  const ofEntries = entries.map(({ meeting, source }, at) => ({
    part: 'entries' as const,
    steps: [at, 'source'],
    meeting,
    source,
  }));
  return [...ofChairs, ...ofEntries].flatMap((one) =>
    one.source === null ? [] : [{ ...one, source: one.source }],
  );
}

/** Documents that are listed with other meetings than those for which they are cited. */
function checkCited({ meetings }: Checked, cited: readonly Cited[]): RecordFault[] {
  const listed = meetings.flatMap(({ ordinal, sources }, at) =>
    sources.map((source, nth) => ({ source, meeting: ordinal, steps: [at, 'sources', nth] })),
  );
  const bySource = Map.groupBy(listed, ({ source }) => source);
  return [...Map.groupBy(cited, ({ source }) => source)].flatMap(([source, by]) => {
    const places = bySource.get(source) ?? [];
    const isListed = ({ meeting }: Cited) => places.some((place) => place.meeting === meeting);
    const odd = by.filter((one) => !isListed(one));
    if (places.length === 0 || odd.length === 0) return [];
    const of = [...new Set(by.map(({ meeting }) => meeting))];
    // Of one list and several that agree the list is wrong.
    if (odd.length === by.length && by.length >= FEWEST && of.length === 1)
      return tell(
        'meetings',
        'list',
        places.map(({ steps }) => ({ steps, said: source, meant: String(of[0]) })),
      );
    const meant = places.map(({ meeting }) => meeting).join(', ');
    return odd.flatMap(({ part, steps }) => tell(part, 'source', [{ steps, said: source, meant }]));
  });
}

/** Documents of the mechanism's time that are older than all the meetings that they are to tell of. */
function checkEarly(
  { mechanism, meetings, sources }: Checked,
  cited: readonly Cited[],
): RecordFault[] {
  const dates = new Map(meetings.map(({ ordinal, date }) => [ordinal, date]));
  const listed = meetings.flatMap((one) =>
    one.sources.map((source) => ({ source, meeting: one.ordinal })),
  );
  const bySource = Map.groupBy([...listed, ...cited], ({ source }) => source);
  return sources.flatMap(({ id, publishedOn }, at) => {
    const of = (bySource.get(id) ?? []).flatMap(({ meeting }) => dates.get(meeting) ?? []);
    const [date] = of;
    if (publishedOn === null || date === undefined || publishedOn < mechanism.since) return [];
    const published = Date.parse(lastDay(publishedOn));
    return of.every((one) => Date.parse(firstDay(one)) - published > MOST_EARLY_MS)
      ? [
          warn('sources', [at, 'publishedOn'], {
            code: 'source-early',
            values: { published: publishedOn, date },
          }),
        ]
      : [];
  });
}

const yearsIn = (text: string): readonly string[] =>
  text.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g) ?? [];

/** Translations that name other years than what they translate. */
function checkTranslations(part: Part, value: unknown, steps: Steps = []): RecordFault[] {
  if (typeof value !== 'object' || value === null) return [];
  const { text, translations } = value as { text?: unknown; translations?: unknown };
  const years = typeof text === 'string' ? yearsIn(text) : [];
  const others = Object.entries(
    (years.length === 0 ? {} : (translations ?? {})) as Record<string, unknown>,
  );
  const odd = others.filter(([, other]) => {
    const named = typeof other === 'string' ? yearsIn(other) : [];
    return named.length > 0 && !named.some((year) => years.includes(year));
  });
  const pairs: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [
    ...odd.map(([tag]) =>
      warn(part, [...steps, 'translations', tag], {
        code: 'translation-years',
        values: { years: years.join(', ') },
      }),
    ),
    ...pairs.flatMap(([key, one]) => checkTranslations(part, one, [...steps, key])),
  ];
}

/** Cells that seem to be of another row than they stand in. */
export function findOtherRows(record: Checked): RecordFault[] {
  const { fields, places, people, commissions, exchangeYears } = record;
  const published = checkPublished(record);
  const moved = ofOtherMeetings(record);
  const told = new Set(moved.map(({ steps: [at] }) => at));
  const cited = citedIn(record).filter(
    ({ part, steps: [at] }) => part !== 'entries' || !told.has(at),
  );
  return [
    ...checkNames('fields', fields.groups, ['groups']),
    ...checkNames('fields', fields.fields, ['fields']),
    ...checkNames('places', places),
    ...checkNames('people', people),
    ...checkNames('commissions', commissions),
    ...checkNames('exchangeYears', exchangeYears),
    ...(published.length > 0 ? published : checkEarly(record, cited)),
    ...checkPublishers(record),
    ...tell('entries', 'meeting', moved),
    ...checkCited(record, cited),
    ...(['meetings', 'entries', 'exchangeYears', 'commissions'] as const).flatMap((part) =>
      checkTranslations(part, record[part]),
    ),
  ];
}
