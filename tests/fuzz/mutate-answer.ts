import type { Random } from '#src/lib/random.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const DATES = ['0000', '0000-01-01', '0001', '1900-02', '9999', '9999-12-31', '2024-02-29'];
const TEXTS = [
  '',
  ' ',
  'x'.repeat(5000),
  '<b>x</b>',
  '\u202Egnirts',
  '{count, plural, other {#}}',
  'نص',
];
const NUMBERS = [0, -1, 0.5, 1, 99, 100, 3_000_000_000, 1e15];
const OTHERS: readonly Json[] = [null, true, 0, '', [], {}, [null], { id: null }];

/** Every place of an answer that can be changed, as the object or list that holds it and its name there. */
function placesOf(answer: Json): [{ [name: string]: Json } | Json[], string | number][] {
  if (answer === null || typeof answer !== 'object') return [];
  const entries: [string | number, Json][] = Array.isArray(answer)
    ? [...answer.entries()]
    : Object.entries(answer);
  return entries.flatMap(([name, value]) => [[answer, name], ...placesOf(value)]);
}

/** Another value in the place of one: mostly of the same type, as a backend of another making might have it. */
function instead(value: Json, texts: readonly string[], random: Random): Json | undefined {
  const roll = random.next();
  if (roll < 0.1) return undefined;
  if (roll < 0.25) return random.pick(OTHERS);
  if (typeof value === 'number') return random.pick(NUMBERS);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string')
    // A text of the same answer elsewhere: ids that lead nowhere, names in the place of dates, one id twice.
    return random.pick([DATES, TEXTS, texts, texts][Math.floor(random.next() * 4)] ?? TEXTS);
  if (Array.isArray(value))
    return random.pick<Json>([[], [...value, ...value], value.toReversed(), value.slice(0, 1)]);
  return random.pick(OTHERS);
}

/**
 * A copy of an answer with one to three places changed: left out, of another type, or of the same type and unexpected.
 * The same for the same numbers.
 */
export function mutateAnswer(answer: unknown, random: Random): unknown {
  const copy = structuredClone(answer) as Json;
  const texts = placesOf(copy).flatMap(([holder, name]) => {
    const value = (holder as Record<string | number, Json>)[name];
    return typeof value === 'string' ? [value] : [];
  });
  const changes = 1 + Math.floor(random.next() * 3);
  for (let change = 0; change < changes; change += 1) {
    const places = placesOf(copy);
    if (places.length === 0) break;
    const [holder, name] = random.pick(places);
    const held = holder as Record<string | number, Json>;
    const next = instead(held[name] ?? null, texts.length === 0 ? TEXTS : texts, random);
    if (next === undefined) delete held[name];
    else held[name] = structuredClone(next);
  }
  return copy;
}
