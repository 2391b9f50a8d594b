import type { Mechanism } from '#src/api/schemas/common.ts';
import type { FieldSeries } from './field-series.ts';

/** The counts of a field by who speaks: the first party of the mechanism, both together, the second. */
interface Balance {
  id: string;
  first: number;
  joint: number;
  second: number;
}

/** The keys of the two arms and the middle, by the order of the API's list of parties. */
export function balanceParties({ parties: [first, second] }: Mechanism) {
  return { first: first?.id ?? '', joint: 'joint', second: second?.id ?? '' };
}

/** Splits bars by party into two arms; `reach` is the longest arm, where half of what is joint counts to either side. */
export function toBalance(
  series: FieldSeries,
  party: ReturnType<typeof balanceParties>,
): { bars: Balance[]; reach: number } {
  const at = (key: string) => series.columns.findIndex((column) => column.key === key);
  const [first, joint, second] = [at(party.first), at(party.joint), at(party.second)];
  const bars = series.bars.map(({ field, parts }) => ({
    id: field.id,
    first: parts[first] ?? 0,
    joint: parts[joint] ?? 0,
    second: parts[second] ?? 0,
  }));
  const arms = bars.flatMap((bar) => [bar.first + bar.joint / 2, bar.second + bar.joint / 2]);
  return { bars, reach: Math.max(1, ...arms) };
}
