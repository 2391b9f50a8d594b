import * as v from 'valibot';

import {
  countryCode,
  EdtfDate,
  EdtfInterval,
  identifier,
  languageTag,
  webAddress,
} from '#src/api/schemas/common.ts';
import type { FaultCode } from '#src/api/record-fault.ts';
import { type Found, shown, toJsonPath } from '../reading/faults.ts';
import { pairNames, renamed } from '../reading/meant-names.ts';

export type Steps = readonly (string | number)[];
/** What is wrong at a place within a file. */
export type Placed = { steps: Steps; found: Found };
type Report = (steps: Steps, found: Found) => void;

/** The schemas drop what they do not know, as readers of answers should; what comes in would be lost without a word. */
function reportDropped(given: unknown, kept: unknown, steps: Steps, report: Report): void {
  if (typeof given !== 'object' || given === null) return;
  if (typeof kept !== 'object' || kept === null) return;
  const pairs = Array.isArray(given) ? given.entries() : Object.entries(given);
  const held = kept as Record<string | number, unknown>;
  for (const [key, value] of pairs) {
    if (!Object.hasOwn(held, key)) report([...steps, key], { code: 'property-unknown' });
    else if (typeof value === 'object') reportDropped(value, held[key], [...steps, key], report);
  }
}

/** The properties that hold texts by language. */
export const BY_LANGUAGE = /^name$|Name$|^translations$|Translations$/;

/** Names are told by language: a key that is no language's tag is a name that nobody will see. */
function reportTags(given: unknown, steps: Steps, report: Report): void {
  if (typeof given !== 'object' || given === null) return;
  const pairs = Array.isArray(given) ? given.entries() : Object.entries(given);
  for (const [key, value] of pairs) {
    if (BY_LANGUAGE.test(String(key)) && typeof value === 'object' && value !== null) {
      for (const tag of Object.keys(value))
        if (!v.is(languageTag, tag)) report([...steps, key, tag], { code: 'name-tag' });
    } else if (typeof value === 'object') reportTags(value, [...steps, key], report);
  }
}

/** What the patterns of the contract stand for. */
const PATTERNS = new Map<string, FaultCode>([
  [identifier.pipe[1].requirement.source, 'identifier'],
  [webAddress.pipe[1].requirement.source, 'web-address'],
  [languageTag.pipe[1].requirement.source, 'language-tag'],
  [countryCode.pipe[1].requirement.source, 'country-code'],
  [EdtfDate.pipe[1].requirement.source, 'date'],
  [EdtfInterval.pipe[1].requirement.source, 'interval'],
]);

const CHECKS = new Map<string, FaultCode>([
  [EdtfDate.pipe[2].message, 'no-such-day'],
  [EdtfInterval.pipe[2].message, 'interval-order'],
]);

const WANTED: Record<string, string> = {
  string: 'text',
  union: 'text',
  number: 'number',
  array: 'list',
  boolean: 'boolean',
};

const OPTION = /"([^"]*)"/g;

export const stepsTo = ({ path }: v.BaseIssue<unknown>): Steps =>
  (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

/** The first sign that no id can have and that may look like one that it can, or like nothing. */
const LOOK_ALIKE = /[^a-z0-9-]/u;

/** An id with a letter of another script, or with a sign without width: nobody sees that by itself. */
function unlikeId(text: string): Found | null {
  const [sign = '', place] = [LOOK_ALIKE.exec(text)?.[0], text.search(LOOK_ALIKE) + 1];
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x7f
    ? null
    : {
        code: 'identifier-sign',
        values: {
          value: shown(text),
          place,
          sign: code.toString(16).toUpperCase().padStart(4, '0'),
        },
      };
}

/** Several ids in one cell, as people write lists. */
function isList(text: string): boolean {
  const ids = text.split(/[,;|\n]|\s\/\s/).map((one) => one.trim());
  return ids.length > 1 && ids.every((id) => v.is(identifier, id));
}

/** Beside a sign of ASCII, one of another script or width that looks like it: nobody sees that it is none. */
const LOOK_ALIKES = /(?<=[\w-].*)[^\p{ASCII}]|[^\p{ASCII}](?=.*[\w-])/gsu;

/** A value as it is shown, with look-alikes written out where most of it is what it should be. */
function asWritten(value: unknown): string {
  const others = typeof value === 'string' ? (value.match(LOOK_ALIKES)?.length ?? 0) : 0;
  if (typeof value !== 'string' || others * 2 >= value.length) return shown(value);
  return shown(value).replaceAll(
    LOOK_ALIKES,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}`,
  );
}

/** What an issue of the schema says, as a fault that says what would be right. */
export function toFound(issue: v.BaseIssue<unknown>): Found {
  const { type, input, received, expected, requirement, message } = issue;
  const value = asWritten(input);
  const limit = typeof requirement === 'number' ? requirement : 0;
  const as = (code: FaultCode, values: Found['values'] = {}): Found => ({ code, values });
  if (expected === 'never') return as('property-unknown');
  if (received === 'undefined' || input === undefined || input === null) return as('missing');
  switch (type) {
    case 'regex': {
      const { source } = requirement as RegExp;
      const code = PATTERNS.get(source);
      if (code === 'identifier' && isList(input as string)) return as('several', { value });
      const unlike = code === 'identifier' ? unlikeId(input as string) : null;
      if (unlike !== null) return unlike;
      return code === undefined ? as('pattern', { value, form: source }) : as(code, { value });
    }
    case 'check': {
      const code = CHECKS.get(message);
      return code === undefined ? as('rule', { value, rule: message }) : as(code, { value });
    }
    case 'picklist':
      return as('not-listed', {
        value,
        options: [...(expected ?? '').matchAll(OPTION)].map(([, option]) => option).join(', '),
      });
    case 'min_length':
      return input === '' ? as('missing') : as('too-few', { least: limit });
    case 'min_entries':
      return as('too-few', { least: limit });
    case 'max_length':
      return typeof input === 'string'
        ? as('text-long', { length: input.length, most: limit })
        : as('too-many', { most: limit });
    case 'min_value':
      return as('too-small', { value, least: limit });
    case 'max_value':
      return as('too-large', { value, most: limit });
    case 'integer':
      return as('not-whole', { value });
    default:
      return as('type', { value, wanted: WANTED[type] ?? 'object' });
  }
}

/**
 * Holds a parsed content against its schema: what it is then, as far as it is, and what is wrong with it, of each place
 * only the first thing, from which the others at that place would follow.
 */
export function checkShape(
  schema: v.GenericSchema,
  content: unknown,
): { output: unknown; faults: Placed[] } {
  const faults = new Map<string, Placed>();
  const report: Report = (steps, found) => {
    const path = toJsonPath(steps);
    if (!faults.has(path)) faults.set(path, { steps, found });
  };
  const { issues = [], output } = v.safeParse(schema, content);
  for (const issue of issues) report(stepsTo(issue), toFound(issue));
  reportDropped(content, output, [], report);
  reportTags(content, [], report);
  return { output, faults: pairProperties([...faults.values()]) };
}

/** Of an object a property of an unknown name is told with the missing one that it was to be. */
function pairProperties(faults: readonly Placed[]): Placed[] {
  const isOf = (code: FaultCode) => (fault: Placed) =>
    fault.found.code === code && typeof fault.steps.at(-1) === 'string';
  const [unknown, missing] = [
    faults.filter(isOf('property-unknown')),
    faults.filter(isOf('missing')),
  ];
  const parentOf = ({ steps }: Placed) => toJsonPath(steps.slice(0, -1));
  const pairs = Map.groupBy(unknown, parentOf);
  const nameOf = ({ steps }: Placed) => String(steps.at(-1));
  return [...pairs].reduce<Placed[]>(
    (all, [parent, others]) => {
      const lost = missing.filter((fault) => parentOf(fault) === parent);
      const find = (list: readonly Placed[], name: string) =>
        list.filter((fault) => nameOf(fault) === name);
      const told = pairNames(others.map(nameOf), lost.map(nameOf), [], {
        unknown: (name) => find(others, name),
        missing: (name) => find(lost, name),
        renamed: (name, meant) =>
          find(others, name).map(({ steps }) => ({ steps, found: renamed(name, meant) })),
      });
      return [...all.filter((one) => !others.includes(one) && !lost.includes(one)), ...told.flat()];
    },
    [...faults],
  );
}
