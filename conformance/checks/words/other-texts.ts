import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { expectSame } from '../../backend-under-test.ts';
import { type Check, type CheckContext, needSome } from '../../check.ts';
import { haveAllWords, textsOfSentence, withWords, fold } from '../../oracle.ts';
import { Broken } from '../../outcome.ts';
import { searchedThings, textsOfItem, textsOfSource } from '../../thing-texts.ts';

const MOST_SHOWN = 50;
const MOST_SEAMS = 12;

/** What is told of each meeting, of some of them also outside the lists. */
async function toldMeetings({ backend, snapshot: { meetings } }: CheckContext) {
  const told = new Map<number, object>(meetings.map((one) => [one.ordinal, one]));
  const some = [meetings[0], ...meetings.slice(1).slice(-3)].flatMap((one) => one ?? []);
  for (const { ordinal } of some) {
    const { data } = await backend.get('/meetings/{ordinal}', {}, ordinal);
    told.set(ordinal, { ...told.get(ordinal), ...data });
  }
  return told;
}

/** What would be a word if one text went on in the next, whichever that is. */
function seamsOf(texts: readonly string[]): string[] {
  const ends = texts.map((text) => text.split(/\s+/).at(-1)?.slice(-4) ?? '');
  const begins = texts.map((text) => text.split(/\s+/)[0]?.slice(0, 4) ?? '');
  const all = ends.flatMap((end, at) =>
    begins.filter((_, other) => other !== at).map((one) => `${end}${one}`),
  );
  return [...new Set(all)].filter((q) => q.isWellFormed() && !haveAllWords(texts, q));
}

/** How many are found by a text that stands elsewhere in one of them: in their list, and among the matches of a search. */
async function expectTotals(
  { backend }: CheckContext,
  [rule, path, type]: ['rule 4', '/entries', 'entry'] | ['sources', '/sources', 'source'],
  { place, q }: { place: string; q: string },
  due: number,
): Promise<void> {
  const what = `${type === 'entry' ? 'entries' : 'documents'} by what stands in ${place} of one, ${JSON.stringify(q)}`;
  const list = await backend.get(path, { q, limit: 1 });
  expectSame(rule, list.request, what, list.data.total, due);
  const { data, request } = await backend.get('/search', { q, limit: 1 });
  const got = data.groups.find((group) => group.type === type)?.total ?? 0;
  expectSame('search', request, what, got, due);
}

/** What is told of all that a search finds by its names. */
async function namedThings(context: CheckContext): Promise<(ToldThing & { type: string })[]> {
  const { backend, snapshot } = context;
  const whole = new Map<string, object>();
  const told = await toldMeetings(context);
  for (const { id } of snapshot.exchangeYears.items.slice(0, 2)) {
    const { data } = await backend.get('/exchange-years/{id}', {}, id);
    whole.set(`exchange-year ${id}`, data);
  }
  const { meetings, people, taxonomy, exchangeYears } = snapshot;
  for (const one of meetings) {
    const entries = snapshot.entries.filter(({ meeting }) => meeting.ordinal === one.ordinal);
    const sentences = entries.map(({ text, fields }) => ({ sentence: text, fields }));
    whole.set(`meeting ${one.ordinal}`, { ...told.get(one.ordinal), sentences });
  }
  for (const one of people.items) whole.set(`person ${one.id}`, { own: one });
  for (const one of taxonomy.fields) {
    const group = taxonomy.groups.find(({ id }) => id === one.group);
    whole.set(`field ${one.id}`, { ...one, ofGroup: group });
  }
  for (const one of exchangeYears.items) {
    const of = `exchange-year ${one.id}`;
    whole.set(of, { ...one, ...whole.get(of) });
  }
  for (const item of snapshot.calendar.items)
    if (item.place !== null) whole.set(`place ${item.place.id}`, { own: item.place });
  return searchedThings(snapshot).map((thing) => ({
    ...thing,
    told: whole.get(`${thing.type} ${thing.id}`) ?? {},
  }));
}
const NAMED: readonly string[] = ['meeting', 'person', 'place', 'field', 'exchange-year'];

export const OTHER_TEXT_CHECKS: readonly Check[] = [
  {
    rule: 'rule 4',
    name: 'only the sentence of an entry is looked through, in all its languages',
    needsWhole: true,
    run: async (context) => {
      const { entries } = context.snapshot;
      needSome(entries, 'entry');
      const meetings = await toldMeetings(context);
      const things = entries.map((entry): ToldThing => {
        const { text: _text, translations: _translations, evidence = [], ...told } = entry;
        const meeting = meetings.get(told.meeting.ordinal);
        const [first, ...further] = evidence;
        const pages = { first, further };
        return { id: told.id, texts: textsOfSentence(entry), told: { told, pages, meeting } };
      });
      // A backend may add what a sentence names as other scripts write it, which nothing is but a name.
      const isSure = (text: string, place: string) =>
        /^\p{ASCII}+$/u.test(text) || /\b(quote|basis|locator)\b/.test(place);
      const seams = things
        .filter(({ texts }) => texts.length > 1)
        .slice(0, 3)
        .flatMap(({ texts }) => seamsOf(texts).map((q) => ({ place: 'two languages', q })));
      for (const other of [...otherTexts(things, isSure), ...seams])
        await expectTotals(
          context,
          ['rule 4', '/entries', 'entry'],
          other,
          withWords(entries, other.q).length,
        );
    },
  },
  {
    rule: 'sources',
    name: 'only the title, the publisher and the id of a document are looked through, each by itself',
    run: async (context) => {
      const { sources } = context.snapshot;
      needSome(sources, 'document');
      const things = sources.map((told) => ({ id: told.id, texts: textsOfSource(told), told }));
      const asked = otherTexts(things, () => true);
      const seams = sources.slice(0, 2).flatMap((one) => seamsOf(textsOfSource(one)));
      for (const other of [...asked, ...seams.map((q) => ({ place: 'two texts', q }))]) {
        const due = things.filter(({ texts }) => haveAllWords(texts, other.q));
        await expectTotals(context, ['sources', '/sources', 'source'], other, due.length);
      }
    },
  },
  {
    rule: 'calendar',
    name: 'what is dated is found by its sentence and names alone, and not by what else is told of it',
    run: async (context) => {
      const { backend, snapshot } = context;
      const meetings = await toldMeetings(context);
      const kinds = [...new Set(snapshot.calendar.items.map(({ kind }) => kind))];
      for (const kind of kinds) {
        const items = snapshot.calendar.items.filter((one) => one.kind === kind);
        const things = items.map((told): ToldThing => {
          const own = meetings.get(Number(told.meeting));
          // "Meeting 28" is a spelling of its number.
          const shown = kind === 'meeting' ? { ...told, kind: null } : told;
          return { id: told.id, texts: textsOfItem(told, snapshot), told: { told: shown, own } };
        });
        const seams = things.slice(0, 1).flatMap(({ id, texts }) =>
          seamsOf(texts)
            .filter((q) => isNoSpelling(q, 'two texts', texts))
            .map((q) => ({ id, place: 'two texts', q })),
        );
        const asked = [...otherTexts(things, isNoSpelling), ...seams.slice(0, MOST_SEAMS)];
        for (const { id, place, q } of asked) {
          const { data, request } = await backend.get('/calendar', { q });
          if (data.items.some((item) => item.id === id))
            throw new Broken('calendar', request, {
              detail: `${id} is found by ${JSON.stringify(q)}, which it has in ${place} and not in its text`,
            });
        }
      }
    },
  },
  /** A whole sentence, an id or a name of something else is no spelling of a name, which a backend may add. */
  {
    rule: 'search',
    name: 'meetings, people, places, fields and exchange years are found by their names alone, not by what else is told of them',
    run: async (context) => {
      const all = await namedThings(context);
      for (const type of NAMED) {
        const things = all.filter((one) => one.type === type);
        for (const { id, place, q } of otherTexts(things, isNoSpelling)) {
          const { data, request } = await context.backend.get('/search', { q, limit: MOST_SHOWN });
          const found = data.groups.find((group) => group.type === type)?.items ?? [];
          const isIn = things.some((one) => one.id === id && haveAllWords(one.texts, q));
          if (!isIn && found.some((match) => match.id === id))
            throw new Broken('search', request, {
              detail: `${type} ${id} is found by ${JSON.stringify(q)}, which it has in ${place} and not in its text`,
            });
        }
      }
    },
  },
];

/** What is told of a thing beside the text that is looked through, and of which it must not be found by that. */
/** Every text and number of a value, by its path; which place in a list it has does not matter. */
function* stringsIn(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string' || typeof value === 'number') yield [path, String(value)];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value))
    yield* stringsIn(inner, Array.isArray(value) ? path : `${path}.${name}`);
}

/** A thing, the texts in which words are looked for, and all else that is told of it. */
type ToldThing = { id: string; texts: readonly string[]; told: object };
type OtherText = { id: string; place: string; q: string };

/**
 * One question for each place in which something is told: what stands there of the first thing whose own texts do not
 * have it. `isSure` says of which it is sure that no further spelling has it.
 */
function otherTexts(
  things: readonly ToldThing[],
  isSure: (q: string, place: string, texts: readonly string[]) => boolean,
): OtherText[] {
  const found = new Map<string, OtherText>();
  for (const { id, texts, told } of things)
    for (const [place, text] of stringsIn(told)) {
      const q = text.slice(0, MAX_QUERY_LENGTH).trim();
      if (q === '' || found.has(place) || haveAllWords(texts, q) || !isSure(q, place, texts))
        continue;
      found.set(place, { id, place: place.slice(1), q });
    }
  return [...new Map([...found.values()].map((one) => [one.q, one])).values()];
}

const lettersOf = (text: string) => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
/** Ids that may be how a name is spelled: those of people and places. */
const PROPER = /\b(place|person)\.id$|^\.own\.id$/;
const LEAST_LETTERS = 4;

/** Names and dates may have further spellings, so only what is none is sure: nothing short, no number, no name in other signs. */
function isNoSpelling(q: string, place: string, texts: readonly string[]): boolean {
  if (/^\d+$/.test(q)) return false;
  // Letters that no syllable has: the code of a country.
  const isLong = q.length >= LEAST_LETTERS || /\p{Script=Han}{2}|^[B-DF-HJ-NP-TV-XZ]{2}$/u.test(q);
  if (!isLong || PROPER.test(place)) return false;
  return place.endsWith('.id') || !texts.some((text) => lettersOf(text).includes(lettersOf(q)));
}
