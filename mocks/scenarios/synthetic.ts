import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { createRandom, type Random } from '#src/lib/random.ts';
import { noProgress, type Progress } from '#engine/record/progress.ts';
import type { EntryFact, MeetingFact, RecordData } from '#engine/record/record.ts';

/** How many entries are made between two words about it. */
const TOLD_EVERY = 10_000;

const WORDS = [
  'working group',
  'roadmap',
  'protocol',
  'pilot project',
  'exchange of experience',
  'joint review',
  'expert meeting',
  'timetable',
  'border crossing',
  'exhibition',
  'training course',
  'technical standard',
  'programme',
  'feasibility study',
  'annual report',
  'memorandum',
];
const VERBS = [
  'agreed on',
  'postponed',
  'reviewed',
  'announced',
  'extended',
  'concluded',
  'prepared',
  'welcomed',
];

/** Every field gets entries, the first ones many: as uneven as a record that people wrote. */
function pickFields(random: Random, fields: readonly string[]): string[] {
  const first = random.pick(fields.slice(0, 1 + Math.floor(random.next() ** 2 * fields.length)));
  return random.next() < 0.3 ? [...new Set([first, random.pick(fields)])] : [first];
}

/** Parts put together into one string: a million strings that only point at their parts would take twice the room. */
const flat = (...parts: string[]) => parts.join('');

/** Makes entries on a record's meetings and taxonomy, one after another. */
function createEntryMaker(record: RecordData, random: Random) {
  const fieldIds = record.fields.fields.map(({ id }) => id);
  const names = new Map(record.fields.fields.map(({ id, name }) => [id, name.en.toLowerCase()]));
  const parties = [...record.mechanism.parties.map(({ id }) => id), 'joint'];
  return (number: number, meeting: MeetingFact): EntryFact => {
    const fields = pickFields(random, fieldIds);
    const running = record.exchangeYears.filter((year) => fields.includes(year.field));
    const { sources } = meeting;
    const entry: EntryFact = {
      id: flat('synthetic-', String(number).padStart(7, '0')),
      meeting: meeting.ordinal,
      kind: random.pick(EntryKind.options),
      party: random.pick(parties),
      fields,
      exchangeYears: running.length > 0 && random.next() < 0.2 ? [random.pick(running).id] : [],
      text: flat(
        `Synthetic entry ${number}: the sides ${random.pick(VERBS)} the `,
        `${random.pick(WORDS)} and the ${random.pick(WORDS)} in ${names.get(fields[0] ?? '')}.`,
      ),
      lang: 'en',
      source: sources.length > 0 && random.next() < 0.9 ? random.pick(sources) : null,
      locator: random.next() < 0.5 ? `paragraph ${1 + Math.floor(random.next() * 20)}` : null,
      status: random.pick(EvidenceStatus.options),
    };
    return entry.source === null ? { ...entry, locator: null } : entry;
  };
}

/**
 * The record's meetings and taxonomy with invented entries in place of the sourced ones, for trying out size. The name
 * says that it is synthetic, and the same count gives the same entries on every machine.
 */
export function toSyntheticRecord(
  record: RecordData,
  count: number,
  progress: Progress = noProgress,
): RecordData {
  const random = createRandom(count);
  const toEntry = createEntryMaker(record, random);
  const { mechanism, meetings } = record;
  return {
    ...record,
    mechanism: {
      ...mechanism,
      name: {
        en: `Synthetic data: ${mechanism.name.en}`,
        zh: `合成数据:${mechanism.name['zh'] ?? mechanism.name.en}`,
        ru: `Синтетические данные: ${mechanism.name['ru'] ?? mechanism.name.en}`,
      },
      dataStatus: 'demonstration',
      dataVersion: `${mechanism.dataVersion}-synthetic-${count}`,
    },
    entries:
      meetings.length === 0
        ? []
        : Array.from({ length: count }, (_, number) => {
            if (number % TOLD_EVERY === 0) progress('Inventing entries', number, count);
            return toEntry(number + 1, random.pick(meetings));
          }),
  };
}
