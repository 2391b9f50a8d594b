import type { EntryKind } from '#src/api/schemas/entries.ts';
import { LIST_FILTERS, type ListFilter } from './filters.ts';
import { firstOf, IDENTIFIER, type Parameter, type Vocabulary } from './parameter.ts';

/**
 * A number of a view, as what narrows the filters to the entries behind it. None of the properties: the total. A year is
 * a calendar year of the meeting's date.
 */
export interface EvidenceCell {
  field?: string;
  kind?: EntryKind;
  party?: string;
  reportedBy?: string;
  meeting?: number;
  year?: string;
  /** What one choice of a filter would give: in place of whatever that filter has chosen, beside all the others. */
  choice?: { filter: ChoiceFilter; value: string };
}

/** The filters whose choices have a number beside them. */
export type ChoiceFilter = Exclude<ListFilter, 'meeting' | 'source'>;
const CHOICE_FILTERS = LIST_FILTERS.filter(
  (name): name is ChoiceFilter => name !== 'meeting' && name !== 'source',
);

const TOTAL = 'all';
/** Before the name of a filter whose choice is open. */
const CHOICE = 'choice-';
/** What a cell may name, each a filter of lists. */
export const LISTED = ['field', 'kind', 'party', 'reportedBy', 'meeting'] as const;
const NAMES = [...LISTED, 'year'] as const;

function isKnown(name: (typeof NAMES)[number], value: string, vocabulary: Vocabulary): boolean {
  if (name === 'year') return /^\d{4}$/.test(value);
  if (name === 'meeting' && !/^[1-9]\d{0,8}$/.test(value)) return false;
  return vocabulary[name]?.has(value) !== false;
}

function parseChoiceCell(written: string, vocabulary: Vocabulary): EvidenceCell | null {
  const [name = '', value = '', ...rest] = written.slice(CHOICE.length).split(':');
  const filter = CHOICE_FILTERS.find((one) => one === name);
  if (filter === undefined || rest.length > 0) return null;
  const given = fromWritten(value);
  const isList = filter === 'kind' || filter === 'status';
  if (!isList && !IDENTIFIER.test(given)) return null;
  return vocabulary[filter]?.has(given) === false ? null : { choice: { filter, value: given } };
}

function parseCell(asked: string, vocabulary: Vocabulary): EvidenceCell | null {
  if (asked === TOTAL) return {};
  if (asked.startsWith(CHOICE)) return parseChoiceCell(asked, vocabulary);
  const cell: Record<string, string | number> = {};
  for (const pair of asked.split(',')) {
    const [name, text = ''] = pair.split(':');
    const value = fromWritten(text);
    const known = NAMES.find((one) => one === name);
    if (known === undefined || known in cell || !isKnown(known, value, vocabulary)) return null;
    cell[known] = known === 'meeting' ? Number(value) : value;
  }
  return cell;
}

/** A value between colons and commas; ids stay as they are. */
const toWritten = (value: string | number) => encodeURIComponent(value);

function fromWritten(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const written = (cell: EvidenceCell) => {
  if (cell.choice !== undefined)
    return `${CHOICE}${cell.choice.filter}:${toWritten(cell.choice.value)}`;
  const pairs = NAMES.flatMap((name) => {
    const value = cell[name];
    return value === undefined ? [] : [`${name}:${toWritten(value)}`];
  });
  return pairs.length === 0 ? TOTAL : pairs.join(',');
};

/** The number whose entries the address has open beside the view; null for none. */
export const OPEN: Parameter<EvidenceCell | null> = {
  default: null,
  parse: (texts, refuse, { vocabulary }) => {
    const first = firstOf(texts, refuse);
    if (first === '') return null;
    const cell = parseCell(first, vocabulary);
    if (cell === null) refuse(first, 'unknown');
    return cell;
  },
  write: (cell) => (cell === null ? [] : [written(cell)]),
  step: 'each',
  isAhead: false,
};
