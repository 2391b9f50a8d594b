import type { Commission } from '#src/api/schemas/calendar.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import type { SourceDetail } from '#src/api/schemas/sources.ts';

interface RecordLists {
  meetings: readonly Pick<MeetingSummary, 'ordinal' | 'sources'>[];
  exchangeYears: readonly Pick<ExchangeYearSummary, 'id' | 'sources'>[];
  commissions: readonly Pick<Commission, 'id' | 'sources' | 'sessions'>[];
}

/** What would be left without any document if this one fell away. */
export interface LoneSupport {
  meetings: ReadonlySet<number>;
  exchangeYears: ReadonlySet<string>;
  commissions: ReadonlySet<string>;
}

function documentsOf({ sources, sessions }: RecordLists['commissions'][number]): number {
  const cited = sessions.flatMap(({ source }) => (source === null ? [] : [source]));
  return new Set([...sources, ...cited].map(({ id }) => id)).size;
}

/** Of what rests on a document, that which rests on no other. */
export function loneSupport(detail: SourceDetail, record: RecordLists): LoneSupport {
  const lone = <Id, Item>(
    items: readonly Item[],
    cited: readonly Id[],
    read: (item: Item) => { id: Id; documents: number },
  ) =>
    new Set(
      items
        .map(read)
        .filter(({ id, documents }) => documents === 1 && cited.includes(id))
        .map(({ id }) => id),
    );
  return {
    meetings: lone(
      record.meetings,
      detail.meetings.map(({ ordinal }) => ordinal),
      ({ ordinal, sources }) => ({ id: ordinal, documents: sources }),
    ),
    exchangeYears: lone(
      record.exchangeYears,
      detail.exchangeYears.map(({ id }) => id),
      ({ id, sources }) => ({ id, documents: sources }),
    ),
    commissions: lone(
      record.commissions,
      detail.commissions.map(({ id }) => id),
      (commission) => ({ id: commission.id, documents: documentsOf(commission) }),
    ),
  };
}
