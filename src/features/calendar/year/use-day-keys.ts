import { useState, type FocusEvent, type KeyboardEvent } from 'react';

import { isDay, addDays, daysInMonth } from '#src/api/edtf.ts';
import { paths } from '#src/address/paths.ts';
import { useGo } from '#src/address/use-address.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { weekStart, weekAround } from './month-weeks.ts';

/** The id of a day's link, by which the address of another year names the day to go on from. */
export const cellId = (day: string) => `day-${day}`;

const dayAt = (event: { currentTarget: Element }) => event.currentTarget.getAttribute('data-day');

export interface DayKeys {
  /** The day that was in focus last; null before that. */
  focused: string | null;
  onFocus: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The keys of a date grid over twelve months, each a grid of its own: they lead on from month to month, and into the
 * years before and after, where the focus arrives on the day that was meant.
 */
export function useDayKeys(): DayKeys {
  const { locale } = useI18n();
  const linkTo = useLinkTo();
  const go = useGo();
  const [focused, setFocused] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const day = dayAt(event);
    if (day === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.click();
      return;
    }
    const next = dayStep(day, event, weekStart(locale));
    if (next === null) return;
    event.preventDefault();
    if (!isDay(next)) return;
    const cell = document.getElementById(cellId(next));
    if (cell) cell.focus();
    else {
      const year = Number(next.slice(0, 4));
      go(linkTo(paths.calendarYear(year), { months: 'grids' }, `#${cellId(next)}`));
    }
  };
  return { focused, onFocus: (event) => setFocused(dayAt(event)), onKeyDown };
}

/** The same day some months on, or the last one of that month where it is shorter. */
function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const toYear = Math.floor(months / 12);
  const toMonth = (months % 12) + 1;
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(toYear, 4)}-${pad(toMonth, 2)}-${pad(Math.min(date, daysInMonth(toYear, toMonth)), 2)}`;
}

/** Where a key leads from a day, as the ARIA authoring practices have it for a date grid; null for keys that mean nothing there. */
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
