import { addDays, daysInMonth } from '#src/api/edtf.ts';
import { weekAround } from './month-weeks.ts';

/** The same day some months on, or the last one of that month where it is shorter. */
function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const toYear = Math.floor(months / 12);
  const toMonth = (months % 12) + 1;
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(toYear, 4)}-${pad(toMonth, 2)}-${pad(Math.min(date, daysInMonth(toYear, toMonth)), 2)}`;
}

/**
 * Where a key leads from a day, as the ARIA authoring practices have it for a date grid; null for keys that mean
 * nothing there.
 */
export function dayStep(
  day: string,
  key: { key: string; shiftKey: boolean },
  firstDayOfWeek: number,
): string | null {
  const week = weekAround(day, firstDayOfWeek);
  switch (key.key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, week.back);
    case 'End':
      return addDays(day, week.on);
    case 'PageUp':
      return addMonths(day, key.shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(day, key.shiftKey ? 12 : 1);
    default:
      return null;
  }
}
