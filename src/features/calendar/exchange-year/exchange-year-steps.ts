import type {
  ExchangeYear,
  ExchangeYearEvent,
  Milestone,
} from '#src/api/schemas/exchange-years.ts';

/** One boundary of an exchange year: its dated steps with the events that are their evidence, none if it is a gap. */
export interface ExchangeYearStep {
  kind: 'announced' | 'opening' | 'closing';
  milestones: { milestone: Milestone; event: ExchangeYearEvent | null }[];
}

const KINDS = ['announced', 'opening', 'closing'] as const;

export function exchangeYearSteps({ milestones, events }: ExchangeYear): ExchangeYearStep[] {
  // Two of a kind may have been held on one day, one in each country.
  const left = [...events];
  const take = ({ kind, date }: Milestone) => {
    const at = left.findIndex((event) => event.kind === kind && event.date === date);
    return at === -1 ? null : (left.splice(at, 1)[0] ?? null);
  };
  return KINDS.map((kind) => ({
    kind,
    milestones: milestones
      .filter((milestone) => milestone.kind === kind)
      .map((milestone) => ({ milestone, event: take(milestone) })),
  }));
}

/** What comes before and after in the series, by first year. */
export function neighbours<Year extends { id: string; years: string }>(
  series: readonly Year[],
  id: string,
): { previous: Year | null; next: Year | null } {
  const ordered = series.toSorted((a, b) =>
    a.years === b.years ? (a.id < b.id ? -1 : 1) : a.years < b.years ? -1 : 1,
  );
  const index = ordered.findIndex((year) => year.id === id);
  if (index === -1) return { previous: null, next: null };
  return { previous: ordered[index - 1] ?? null, next: ordered[index + 1] ?? null };
}
