import type { RecordFault } from '#src/api/record-fault.ts';
import { faultAt, type Found, shown } from '../reading/faults.ts';
import { BY_LANGUAGE } from './check-shape.ts';
import { findInTexts } from './warn.ts';

/** The properties whose text is the tag of a language. */
const TAGS: ReadonlySet<unknown> = new Set(['lang', 'language']);

/** Few tags stand at many places, and the platform takes its time over each. */
const registered = new Map<string, string>();

/** The tag that a language has by BCP 47, `ru` for `rus`; one that the platform cannot read is left as it is. */
function toRegistered(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

/** What is told of a tag that is another way to write one: what stands under the two would be of two languages. */
export function tagFaults(tag: string): Found[] {
  const meant = registered.get(tag) ?? toRegistered(tag);
  registered.set(tag, meant);
  return meant === tag ? [] : [{ code: 'tag-other', values: { value: shown(tag), meant } }];
}

/** Tags within a file by which one language would be two. */
export const findOtherTags = (file: string, value: unknown): RecordFault[] =>
  findInTexts(value, (text, steps) => {
    const isOfMap = BY_LANGUAGE.test(String(steps.at(-2) ?? ''));
    const tag = isOfMap ? String(steps.at(-1)) : TAGS.has(steps.at(-1)) ? text : null;
    return tag === null ? [] : tagFaults(tag).map((found) => faultAt(file, steps, found));
  });
