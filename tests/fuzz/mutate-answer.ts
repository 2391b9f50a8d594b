import type { Random } from '#src/lib/random.ts';
import { change, placesOf } from '#tests/contract/mutations.ts';

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
  const texts: string[] = [];
  JSON.stringify(answer, (_name, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  let changed = answer;
  for (let left = 1 + Math.floor(random.next() * 3); left > 0; left -= 1)
    changed = change(changed, random.pick(placesOf(changed)), (holder, key) => {
      const next = instead(holder[key] as Json, texts.length === 0 ? TEXTS : texts, random);
      if (next === undefined) delete holder[key];
      else holder[key] = structuredClone(next);
    });
  return changed;
}
