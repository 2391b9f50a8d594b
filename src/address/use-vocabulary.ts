import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { ALL_SUMMARIES, isSourceQuery, summaryQuery } from '#src/api/queries.ts';
import type { RecordLists } from '#src/api/RecordContext.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind, type FieldSummary } from '#src/api/schemas/entries.ts';
import { MeetingFormat } from '#src/api/schemas/meetings.ts';
import { IDENTIFIER, type Vocabulary } from './parameter.ts';
import { JOINT, THIRD } from '#src/lib/accounts.ts';

/** What the backend names beyond the enumerations that this app knows; `isPending` until that can be said. */
interface NewerValues {
  kind: ReadonlySet<string>;
  status: ReadonlySet<string>;
  isPending: boolean;
}

const KNOWN = new Set<string>([...EntryKind.options, ...EvidenceStatus.options]);
const NONE: NewerValues = { kind: new Set(), status: new Set(), isPending: false };

/** The values of an address that may be kinds or statuses, wherever they stand in it. */
function askedValues(search: string): string[] {
  const parameters = new URLSearchParams(search);
  const nested = parameters.getAll('pin').flatMap(askedValues);
  const open = (parameters.get('open') ?? '')
    .split(',')
    .filter((pair) => /^(?:choice-)?(?:kind|status):/.test(pair))
    .map((pair) => pair.slice(pair.indexOf(':') + 1));
  return [...parameters.getAll('kind'), ...parameters.getAll('status'), ...open, ...nested];
}

function namedIn(summaries: readonly (FieldSummary | undefined)[]): Omit<NewerValues, 'isPending'> {
  const named = (facet: 'kind' | 'status') =>
    summaries.flatMap((summary) => summary?.facets[facet].map(({ value }) => value) ?? []);
  return { kind: new Set(named('kind')), status: new Set(named('status')) };
}

/**
 * Whether the backend knows what the address asks for and this app does not. Only such an address costs a request, and
 * only where no facet on screen has named the value.
 */
function useNewerValues(search: string): NewerValues {
  const api = useApi();
  const client = useQueryClient();
  const asked = askedValues(search).filter((value) => value !== '' && !KNOWN.has(value));
  const seen = namedIn(
    asked.length === 0
      ? []
      : client.getQueriesData<FieldSummary>(ALL_SUMMARIES).map(([, summary]) => summary),
  );
  const isUnseen = asked.some((value) => !seen.kind.has(value) && !seen.status.has(value));
  const whole = useQuery({ ...summaryQuery(api, {}), enabled: isUnseen });
  const kinds = [...seen.kind].join('\n');
  const statuses = [...seen.status].join('\n');
  const isPending = isUnseen && whole.isPending && whole.fetchStatus !== 'idle';
  // One identity while nothing changes, as the address is read by it.
  return useMemo(
    () =>
      kinds === '' && statuses === '' && !isPending
        ? NONE
        : { kind: new Set(kinds.split('\n')), status: new Set(statuses.split('\n')), isPending },
    [kinds, statuses, isPending],
  );
}

/** So many documents of an address are asked for, each by itself; further ones are taken for known. */
const SOURCES_AT_MOST = 20;

/** The documents under `source`, wherever it stands in an address. */
function askedSources(search: string): string[] {
  const parameters = new URLSearchParams(search);
  return [...parameters.getAll('source'), ...parameters.getAll('pin').flatMap(askedSources)];
}

/** Those that the record has not, as soon as that is known: what is there is not kept waiting for it. */
function useLostSources(search: string): ReadonlySet<string> {
  const api = useApi();
  const asked = [...new Set(askedSources(search))]
    .filter((id) => IDENTIFIER.test(id))
    .slice(0, SOURCES_AT_MOST);
  const lost = useQueries({
    queries: asked.map((id) => isSourceQuery(api, id)),
    combine: (answers) => asked.filter((_, index) => answers[index]?.data === false).join('\n'),
  });
  return useMemo(() => new Set(lost.split('\n')), [lost]);
}

function toVocabulary(
  record: RecordLists,
  newer: NewerValues,
  lostSource: ReadonlySet<string>,
): Vocabulary {
  const ids = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));
  const { meetings, hasAllMeetings } = record;
  const chairs = meetings.flatMap(({ coChairs }) => coChairs.map(({ person }) => person));
  return {
    field: ids(record.taxonomy.fields),
    group: ids(record.taxonomy.groups),
    party: new Set([...ids(record.mechanism.parties), JOINT]),
    reportedBy: new Set([...ids(record.mechanism.parties), JOINT, THIRD]),
    meeting: hasAllMeetings ? new Set(meetings.map(({ ordinal }) => String(ordinal))) : null,
    lostSource,
    coChair: hasAllMeetings ? ids(chairs) : null,
    exchangeYear: record.hasAllExchangeYears ? ids(record.exchangeYears) : null,
    kind: new Set([...EntryKind.options, ...newer.kind]),
    status: new Set([...EvidenceStatus.options, ...newer.status]),
    format: new Set([...MeetingFormat.options, ...meetings.map(({ format }) => format)]),
  };
}

/** What an address may name. `isPending` until the lists have come, and what is newer than this app is known. */
export function useVocabulary(record: RecordLists, search: string) {
  const newer = useNewerValues(search);
  const lostSources = useLostSources(search);
  return useMemo(
    () => ({
      vocabulary: toVocabulary(record, newer, lostSources),
      isPending: record.isPending || newer.isPending,
    }),
    [record, newer, lostSources],
  );
}
