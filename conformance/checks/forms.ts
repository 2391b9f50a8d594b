import * as v from 'valibot';

import { isDay } from '#src/api/edtf.ts';
import { languageTag } from '#src/api/schemas/common.ts';
import { expectSame } from '../backend-under-test.ts';
import type { Check } from '../check.ts';
import { Broken, broken, type CheckId, type Rule } from '../outcome.ts';
import { answers } from './told-twice.ts';

type Thing = Record<string, unknown>;
type Piece = { source: { id: string }; locator: string | null; independent?: boolean };
type Judge = (thing: Thing, place: string, request: string) => void;

/** Judges every object inside an answer, with the names by which it is reached. */
function judgeAll(
  value: object,
  place: string,
  judge: (thing: Thing, place: string) => void,
): void {
  if (!Array.isArray(value)) judge(value as Thing, place);
  for (const [name, inner] of Object.entries(value) as [string, unknown][])
    if (typeof inner === 'object' && inner !== null) judgeAll(inner, `${place}/${name}`, judge);
}

/** What holds of every fact, wherever it is told. */
const everywhere = (id: CheckId, rule: Rule, name: string, judge: Judge): Check => ({
  id,
  rule,
  name,
  run: async (context) => {
    for await (const [request, data] of answers(context))
      judgeAll(data, '', (thing, place) => judge(thing, place, request));
  },
});

const firstPieces = everywhere(
  'first-piece',
  'evidence',
  'the evidence of any fact begins with its source, which depends on nothing before it',
  ({ evidence, source, ...fact }, place, request) => {
    if (!Array.isArray(evidence)) return;
    const [first] = evidence as Piece[];
    const same = (what: string, got: unknown, due: unknown) =>
      expectSame('evidence', request, `${what} of ${place}`, got, due);
    same('first source', first?.source.id ?? null, (source as { id: string } | null)?.id ?? null);
    if (first === undefined) return;
    if ('locator' in fact) same('locator of the first evidence', first.locator, fact['locator']);
    same('independent in the first evidence', first.independent, undefined);
  },
);

/** Which language a text with its translations is in, and under which names these stand. */
const TRANSLATED = ['translations', 'labelTranslations', 'unitTranslations'];

const translationsAreOthers = everywhere(
  'translations',
  'evidence',
  'a translation is in another language than what it translates',
  (thing, place, request) => {
    const lang = String((thing as { lang?: string }).lang);
    const own = TRANSLATED.find((name) => Object.hasOwn(Object(thing[name]) as object, lang));
    if (own !== undefined)
      throw new Broken('evidence', request, {
        detail: `${place}/${own}: a translation into its own language, ${lang}`,
      });
  },
);

const lastDaysAreLater = everywhere(
  'several-days',
  'rule 3',
  'what lasted several days has a last day, later than its first, and nothing else has one',
  (thing, place, request) => {
    const { date: from = '', until: to } = thing as { date?: string; until?: string };
    if (to === undefined) return;
    if (!isDay(from) || !isDay(to) || to <= from)
      throw broken('rule 3', request, `${place}: until ${to}, of ${from}; due a later day`);
  },
);

/** All of it in brackets, or a remark in brackets beside it. */
const isStandIn = (title: string, text: string) => title.includes(text) && /\[.+\]/.test(title);

const isTag = (text: string): boolean => v.is(languageTag, text);
const NAMES = ['name', 'venueName', 'detailName'];

const namesByTag = everywhere(
  'names',
  'rule 3',
  'names stand under tags of languages, and what stands in for a title is in the title, with square brackets',
  (thing, place, request) => {
    for (const name of NAMES) {
      const named = thing[name];
      const wrong = Object.keys(Object(named) as object).find((tag) => !isTag(tag));
      if (typeof named === 'object' && wrong !== undefined)
        throw broken('rule 3', request, `${place}/${name}: ${wrong} is no tag`);
    }
    const { standIn, title } = thing as { standIn?: { text: string }; title?: unknown };
    const isMarked = standIn === undefined || isStandIn(String(title), standIn.text);
    if (!isMarked)
      throw new Broken('rule 3', request, {
        detail: `title of ${place}: ${String(title)}, due ${standIn.text} with square brackets`,
      });
  },
);

export const FORM_CHECKS: readonly Check[] = [
  firstPieces,
  translationsAreOthers,
  lastDaysAreLater,
  namesByTag,
];
