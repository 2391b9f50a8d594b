import { firstDay, lastDay } from '#src/api/edtf.ts';
import type { EntryKind } from '#src/api/schemas/entries.ts';
import { IDENTIFIER, type Filters, type Ignored, type Vocabulary } from './filters.ts';

/**
 * A number of a view, as what narrows the filters to the entries behind it. None of the properties: the total. A year is
 * a calendar year of the meeting's date.
 */
export interface EvidenceCell {
  field?: string;
  kind?: EntryKind;
  party?: string;
  meeting?: number;
  year?: string;
  /** What one choice of a filter would give: in place of whatever that filter has chosen, beside all the others. */
  choice?: { filter: ChoiceFilter; value: string };
}

const CHOICE_FILTERS = ['group', 'field', 'party', 'kind', 'status', 'exchangeYear'] as const;
/** The filters whose choices have a number beside them. */
export type ChoiceFilter = (typeof CHOICE_FILTERS)[number];

const PARAMETER = 'open';
const TOTAL = 'all';
/** Before the name of a filter whose choice is open. */
const CHOICE = 'choice-';
const NAMES = ['field', 'kind', 'party', 'meeting', 'year'] as const;

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

/** The cell whose entries the address has open; null where it names none, or none that exists. */
export function parseEvidenceCell(
  search: URLSearchParams,
  vocabulary: Vocabulary,
  ignored: Ignored[] = [],
): EvidenceCell | null {
  const asked = search.get(PARAMETER);
  if (asked === null || asked === '') return null;
  if (asked === TOTAL) return {};
  if (asked.startsWith(CHOICE)) {
    const choice = parseChoiceCell(asked, vocabulary);
    if (choice === null) ignored.push({ parameter: PARAMETER, value: asked, reason: 'unknown' });
    return choice;
  }
  const cell: Record<string, string | number> = {};
  for (const pair of asked.split(',')) {
    const [name, text = ''] = pair.split(':');
    const value = fromWritten(text);
    const known = NAMES.find((one) => one === name);
    if (known === undefined || known in cell || !isKnown(known, value, vocabulary)) {
      ignored.push({ parameter: PARAMETER, value: asked, reason: 'unknown' });
      return null;
    }
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

/** Writes one cell after another into the same address, for a view with a thousand of them: what stays is written once. */
export function evidenceWriter(current: URLSearchParams): (cell: EvidenceCell) => string {
  const rest = withEvidenceCell(current, null).toString();
  const start = rest === '' ? '?' : `?${rest}&`;
  return (cell) => `${start}${PARAMETER}=${encodeURIComponent(written(cell))}`;
}

/** Writes an open cell into an address; null closes it. */
export function withEvidenceCell(
  current: URLSearchParams,
  cell: EvidenceCell | null,
): URLSearchParams {
  const next = new URLSearchParams(current);
  next.delete(PARAMETER);
  if (cell !== null) next.set(PARAMETER, written(cell));
  return next;
}

function withinYear(filters: Filters, year: string, asOf: string): Filters | null {
  const { from, to } = filters;
  const isApart =
    firstDay(year) > asOf ||
    (from !== null && firstDay(from) > lastDay(year)) ||
    (to !== null && lastDay(to) < firstDay(year));
  if (isApart) return null;
  return {
    ...filters,
    from: from === null || firstDay(from) < firstDay(year) ? year : from,
    to: to === null || lastDay(to) > lastDay(year) ? year : to,
  };
}

/** The filters of exactly the entries behind a cell; null where the filters leave nothing of it. */
export function narrowTo(filters: Filters, cell: EvidenceCell, asOf: string): Filters | null {
  if (cell.choice !== undefined) return { ...filters, [cell.choice.filter]: [cell.choice.value] };
  const narrowed: Filters = { ...filters };
  const isLeftOut = <T>(chosen: readonly T[], value: T) =>
    chosen.length > 0 && !chosen.includes(value);
  if (cell.field !== undefined) {
    if (isLeftOut(filters.field, cell.field)) return null;
    narrowed.field = [cell.field];
  }
  if (cell.kind !== undefined) {
    if (isLeftOut(filters.kind, cell.kind)) return null;
    narrowed.kind = [cell.kind];
  }
  if (cell.party !== undefined) {
    if (isLeftOut(filters.party, cell.party)) return null;
    narrowed.party = [cell.party];
  }
  if (cell.meeting !== undefined) {
    if (isLeftOut(filters.meeting, cell.meeting)) return null;
    narrowed.meeting = [cell.meeting];
  }
  return cell.year === undefined ? narrowed : withinYear(narrowed, cell.year, asOf);
}
