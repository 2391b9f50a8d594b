import * as v from 'valibot';

import { isDay, isEdtfInterval } from '#src/api/edtf.ts';
import { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { bothWays, EntrySort } from '#src/api/params.ts';
import { languageTag } from '#src/api/schemas/common.ts';
import type { MeetingFormat } from '#src/api/schemas/meetings.ts';
import { OPEN } from './evidence-cell.ts';
import { FILTER_PARAMETERS } from './filters.ts';
import { choice, IDENTIFIER, some, text, type Parameter, type Reading } from './parameter.ts';
import { PIN } from './pins.ts';
import { SHARED_PARAMETERS } from './shared-parameters.ts';

/** The columns of the entries table in their order on screen; the contract can sort by each. */
export const ENTRY_COLUMN_NAMES = [
  'meeting',
  'kind',
  'party',
  'field',
  'text',
  'source',
  'status',
] as const;
export type EntryColumn = (typeof ENTRY_COLUMN_NAMES)[number];

type SignedColumn = EntryColumn | `-${EntryColumn}`;
const isOfColumn = (sort: EntrySort): sort is SignedColumn & EntrySort =>
  ENTRY_COLUMN_NAMES.some((column) => column === sort.replace('-', ''));

const withDefaultFirst = <T extends string>(usual: T, options: readonly T[]): [T, ...T[]] => [
  usual,
  ...options.filter((option) => option !== usual),
];

/** How a view shows what the filters let through: one of a closed list, of which the first is the default. */
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
  /** Fields: whether what both parties say together counts where a meeting's fields are parted by who raised them. */
  joint: ['with', 'without'],
  /** Fields: the order of the entries, as the contract's sort keys. */
  entrySort: withDefaultFirst('-meeting', EntrySort.options.filter(isOfColumn)),
  /** Compare: what the dots of groups stand for, a field's share of a group's entries or its entries per meeting. */
  scale: ['share', 'rate'],
  /** Calendar: which form of the year. */
  form: ['bands', 'agenda'],
  /** Calendar of one year: its months as strips of their days, or as grids of their weeks. */
  months: ['strips', 'grids'],
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
  /** Sources: whether copies of others' texts are among the documents, or nothing else is. */
  copies: ['with', 'without', 'only'],
  /** Meeting, compare and fields: entries as usual there, or parted by whose accounts they rest on. */
  arrange: ['kind', 'account'],
  /** Meetings: the order of the list. */
  meetingSort: withDefaultFirst(
    '-ordinal',
    bothWays('ordinal', 'place', 'format', 'gap', 'entries', 'fields', 'sources'),
  ),
} as const;
export type ChoiceName = keyof typeof CHOICES;
export type Choice<N extends ChoiceName> = (typeof CHOICES)[N][number];

const CHOICE_PARAMETERS = Object.fromEntries(
  Object.entries(CHOICES).map(([name, [usual, ...others]]) => [name, choice([usual, ...others])]),
) as { [N in ChoiceName]: Parameter<Choice<N>> };

/** Every parameter of the address that is the app's own, by its name; all others survive as they are. */
export const PARAMETERS = {
  ...SHARED_PARAMETERS,
  ...FILTER_PARAMETERS,
  ...CHOICE_PARAMETERS,
  /** Fields: the columns of the entries table, in their own order; never none. */
  columns: some(ENTRY_COLUMN_NAMES, { usual: ENTRY_COLUMN_NAMES, separator: ',' }),
  /** Fields: the entry that is selected in the table. Whether there is such an entry, only the list can tell. */
  entry: {
    ...text((value) => (IDENTIFIER.test(value) ? null : 'unknown')),
    step: 'none',
  } satisfies Parameter<string | null>,
  /** Fields: the ordinal of the meeting with which the later of two compared periods begins; null for what the range suggests. */
  turn: text<string, Reading>((value, { vocabulary }) =>
    vocabulary.meeting?.has(value) === false ? 'unknown' : null,
  ),
  /** The version of the data that a link was made on, which its view is no longer sure to show; a version may be any text. */
  data: {
    ...text((value) => (/^\P{C}{1,100}$/u.test(value) ? null : 'unknown')),
    step: 'none',
  } satisfies Parameter<string | null>,
  open: OPEN,
  pin: PIN,
  /** Calendar: the types of dated things that are let through, none meaning all; not `kind`, which is an entry's everywhere. */
  type: some<CalendarItemKind>(CalendarItemKind.options, { usual: [], separator: null }),
  /** Calendar: the stretch of time in view, `all` or an EDTF interval. Whether the record reaches there is its own to say. */
  zoom: {
    ...text((value) => (value === 'all' || isEdtfInterval(value) ? null : 'not-a-date')),
    isAhead: true,
  } satisfies Parameter<string | null>,
  /** Calendar: the day of a year that is opened. */
  day: text((value) => (isDay(value) ? null : 'not-a-date')),
  /** Meetings: the host of those in the list, a party or `none` for meetings that neither party hosted. */
  host: text<string, Reading>((value, { vocabulary }) =>
    value !== 'none' && (value === 'joint' || vocabulary.party?.has(value) === false)
      ? 'unknown'
      : null,
  ),
  format: text<MeetingFormat, Reading>((value, { vocabulary }) =>
    vocabulary.format.has(value) ? null : 'unknown',
  ),
  /** Meetings: a person who chaired those in the list. */
  chair: text<string, Reading>((value, { vocabulary }) =>
    vocabulary.coChair?.has(value) === false ? 'unknown' : null,
  ),
  /** Sources: the language of the documents, as a language tag. */
  language: text((value) => (v.is(languageTag, value) ? null : 'unknown')),
  /** Compare: the two meetings or groups as they are asked for, which the nearest on record stand in for. */
  a: text(() => null),
  b: text(() => null),
};

export type ParameterName = keyof typeof PARAMETERS;
export type Values = {
  -readonly [N in ParameterName]: ReturnType<(typeof PARAMETERS)[N]['parse']>;
};
