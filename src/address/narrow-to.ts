import { firstDay, lastDay } from '#src/api/edtf.ts';
import { LISTED, type EvidenceCell } from './evidence-cell.ts';
import type { Filters } from './filters.ts';

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
  for (const name of LISTED) {
    const value = cell[name];
    if (value === undefined) continue;
    const chosen: readonly (string | number)[] = filters[name];
    if (chosen.length > 0 && !chosen.includes(value)) return null;
    Object.assign(narrowed, { [name]: [value] });
  }
  return cell.year === undefined ? narrowed : withinYear(narrowed, cell.year, asOf);
}
