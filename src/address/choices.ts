import type { Ignored } from './filters.ts';

/**
 * How a view shows what the filters let through: parameters with a closed list of values. The first value is the
 * default and never stands in the address.
 */
export const CHOICES = {
  /** Fields: which drawing. */
  chart: ['bars', 'balance', 'time', 'heat'],
  /** Fields: what the bars are split by. */
  stack: ['kind', 'party', 'none'],
  /** Fields: what a bar counts. */
  measure: ['entries', 'share', 'meetings'],
  /** Fields: what a column of time is. */
  per: ['meeting', 'year'],
  /** Fields: how the bars, or the rows of the heat map, are ordered. */
  order: ['value', 'name', 'group', 'similarity'],
  /** Fields: how the columns of the heat map are ordered. */
  columnOrder: ['date', 'value', 'similarity'],
  /** Fields: the drawing or its table twin. */
  show: ['chart', 'table'],
  /** Fields: the order of the entries, as the contract's sort keys. */
  entrySort: [
    '-meeting',
    'meeting',
    'kind',
    '-kind',
    'party',
    '-party',
    'field',
    '-field',
    'status',
    '-status',
    'source',
    '-source',
    'text',
    '-text',
  ],
  /** Calendar: which form of the year. */
  form: ['bands', 'agenda'],
  /** Calendar: whether the sessions of commissions have a lane of their own. */
  sessions: ['hide', 'show'],
  /** Sources: the order of the documents, as the contract's sort keys. */
  sourceSort: [
    '-entries',
    'entries',
    'title',
    '-title',
    'publisher',
    '-publisher',
    '-date',
    'date',
  ],
  /** Meetings: the order of the list. */
  meetingSort: [
    '-ordinal',
    'ordinal',
    'place',
    '-place',
    'format',
    '-format',
    'gap',
    '-gap',
    'entries',
    '-entries',
    'fields',
    '-fields',
    'sources',
    '-sources',
  ],
} as const;

export type ChoiceName = keyof typeof CHOICES;
export type Choice<N extends ChoiceName> = (typeof CHOICES)[N][number];

/** The chosen value, or the default where the address names none or none that exists. */
export function parseChoice<N extends ChoiceName>(search: URLSearchParams, name: N): Choice<N> {
  const options: readonly Choice<N>[] = CHOICES[name];
  const value = search.get(name);
  return options.find((option) => option === value) ?? CHOICES[name][0];
}

/** The choices of an address that no view knows. */
export function ignoredChoices(search: URLSearchParams): Ignored[] {
  return (Object.keys(CHOICES) as ChoiceName[]).flatMap((name) => {
    const value = search.get(name);
    const isKnown = value === null || CHOICES[name].some((option) => option === value);
    return isKnown ? [] : [{ parameter: name, value, reason: 'unknown' as const }];
  });
}
