import { createContext, use, useMemo } from 'react';
import { useLocation } from 'react-router';

import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { useToday } from '#src/ui/use-today.ts';
import { ignoredInCalendar } from './calendar-address.ts';
import { ignoredChoices } from './choices.ts';
import { parseEvidenceCell, type EvidenceCell } from './evidence-cell.ts';
import { parseEntryColumns, type EntryColumn } from './entry-columns.ts';
import { parseAsOf, parseLanguage } from './address.ts';
import {
  parseFilters,
  withFilters,
  type Filters,
  type Ignored,
  type Vocabulary,
} from './filters.ts';
import { parsePins } from './pins.ts';
import { parseSelectedEntry } from './selected-entry.ts';
import { useNewerValues, type NewerValues } from './use-newer-values.ts';
import { useVocabulary, type RecordVocabulary } from './use-vocabulary.ts';

/** The view that the address describes. Nothing of it is stored anywhere else. */
export interface View extends RecordVocabulary {
  filters: Filters;
  /** A day, `YYYY-MM-DD`: the one in the address, else today. */
  asOf: string;
  /** True where the address names the as-of date. */
  isAsOfChosen: boolean;
  /** The number whose entries the address has open beside the view. */
  evidence: EvidenceCell | null;
  /** The columns of the entries table, in their own order; never none. */
  columns: readonly EntryColumn[];
  /** The id of the entry that the reader has selected in the table. */
  selectedEntry: string | null;
  /** The filter states that the address keeps for comparison. */
  pins: Filters[];
  ignored: Ignored[];
  /** What an address may name. */
  vocabulary: Vocabulary;
}

function toVocabulary(record: RecordVocabulary, newer: NewerValues): Vocabulary {
  const ids = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));
  const ordinals = record.meetings.map(({ ordinal }) => String(ordinal));
  return {
    field: ids(record.taxonomy.fields),
    group: ids(record.taxonomy.groups),
    party: new Set([...ids(record.mechanism.parties), 'joint']),
    meeting: record.hasAllMeetings ? new Set(ordinals) : null,
    exchangeYear: record.hasAllExchangeYears ? ids(record.exchangeYears) : null,
    kind: new Set([...EntryKind.options, ...newer.kind]),
    status: new Set([...EvidenceStatus.options, ...newer.status]),
  };
}

/** Reads the view off the address; suspends until the mechanism's short lists are there. Once per page, in the frame. */
export function useAddressView(): View {
  const record = useVocabulary();
  const { search, hash } = useLocation();
  const newer = useNewerValues(search);
  const today = useToday();
  return useMemo(() => {
    const parameters = new URLSearchParams(search);
    const ignored: Ignored[] = [];
    const chosen = parseAsOf(parameters, ignored);
    parseLanguage(parameters, ignored);
    const asOf = chosen ?? today;
    const vocabulary = toVocabulary(record, newer);
    const parsed = parseFilters(parameters, vocabulary, asOf);
    const evidence = parseEvidenceCell(parameters, vocabulary, ignored);
    const columns = parseEntryColumns(parameters, ignored);
    const selectedEntry = parseSelectedEntry(parameters, hash, ignored);
    const pins = parsePins(parameters, vocabulary, asOf, ignored);
    return {
      ...record,
      isPending: record.isPending || newer.isPending,
      filters: parsed.filters,
      asOf,
      isAsOfChosen: chosen !== null,
      evidence,
      columns,
      selectedEntry,
      pins,
      vocabulary,
      ignored: [
        ...ignored,
        ...parsed.ignored,
        ...ignoredChoices(parameters),
        ...ignoredInCalendar(parameters),
      ],
    };
  }, [search, hash, record, newer, today]);
}

/** The view that the frame has read; hundreds of marks and rows ask for it, so it is read only once. */
export const ViewContext = createContext<View | null>(null);

/** The current view; throws outside of the frame. */
export function useView(): View {
  const view = use(ViewContext);
  if (view === null) throw new Error('useView needs the frame above it');
  return view;
}

export type LinkTo = (
  pathname: string,
  filters?: Partial<Filters>,
  hash?: string,
) => {
  pathname: string;
  search: string;
  hash: string;
};

/** Builds links that carry the language, the as-of date and the demo scenario along, with the given filters. */
export function createLinkTo(shared: string): LinkTo {
  return (pathname, filters, hash = '') => {
    const next = filters ? withFilters(new URLSearchParams(shared), filters).toString() : shared;
    return { pathname, search: next === '' ? '' : `?${next}`, hash };
  };
}

/** How the frame's address is carried along; it stays the same while only filters change. */
export const LinkToContext = createContext<LinkTo | null>(null);

/** Builds links from here; throws outside of the frame. */
export function useLinkTo(): LinkTo {
  const linkTo = use(LinkToContext);
  if (linkTo === null) throw new Error('useLinkTo needs the frame above it');
  return linkTo;
}
