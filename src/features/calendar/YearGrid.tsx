import { useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';

import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { paths } from '#src/filters/paths.ts';
import { useLinkTo, useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CalendarItemLine } from './CalendarItemLine.tsx';
import { dayStep } from './day-step.ts';
import { EventFileButton } from './EventFileButton.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { useChosenDay } from './use-chosen-day.ts';
import { useItemLink } from './use-item-link.ts';
import { weekStart } from './week-start.ts';
import styles from './year.module.css';
import type { YearMonth } from './year-months.ts';

interface Props {
  year: string;
  months: readonly YearMonth[];
}

/** What a day or a month holds, each thing with the way to it and, where it has a day, as a file. */
function ItemList({ items, title }: { items: readonly CalendarItem[]; title: string }) {
  const { asOf } = useView();
  const toItem = useItemLink();
  return (
    <div className={styles.details}>
      <p className={styles.detailsTitle}>{title}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id} id={`item-${item.id}`}>
            <CalendarItemLine item={item} to={toItem(item)} asOf={asOf} isDateHidden />
            <EventFileButton item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ChosenDay({ day, items }: { day: string; items: readonly CalendarItem[] }) {
  const { t, date } = useI18n();
  return (
    <div role="status">
      {items.length === 0 ? (
        <p className={styles.nothing}>{t('calendar.nothingOn', { date: date(day) })}</p>
      ) : (
        <ItemList items={items} title={date(day)} />
      )}
    </div>
  );
}

/** Twelve months as grids with one keyboard for all: a day chosen is told under its month. */
export function YearGrid({ year, months }: Props) {
  const { t, locale } = useI18n();
  const { asOf } = useView();
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const [chosen, choose] = useChosenDay();
  const [focused, setFocused] = useState<string | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  const lastUsed = [focused, chosen, asOf].find((day) => day?.startsWith(year));
  const marked = months.flatMap(({ days }) => [...days.keys()]);
  const tabDay = lastUsed ?? marked[0] ?? `${year}-01-01`;
  const toggle = (day: string) => {
    setFocused(day);
    choose(day === chosen ? null : day);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const day = event.currentTarget.getAttribute('data-day');
    if (day === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      toggle(day);
      return;
    }
    const next = dayStep(day, event, weekStart(locale));
    if (next === null) return;
    event.preventDefault();
    setFocused(next);
    const cell = ref.current?.querySelector<HTMLElement>(`[data-day="${next}"]`);
    if (cell) cell.focus();
    else void navigate(linkTo(paths.calendarYear(Number(next.slice(0, 4)))));
  };
  return (
    <div ref={ref} className={styles.months}>
      {months.map(({ month, days, unplaced }) => (
        <section key={month} className={styles.month}>
          <MonthGrid
            month={month}
            days={days}
            tabDay={tabDay}
            chosen={chosen}
            asOf={asOf}
            onChoose={toggle}
            onKeyDown={onKeyDown}
          />
          {chosen?.startsWith(month) && <ChosenDay day={chosen} items={days.get(chosen) ?? []} />}
          {unplaced.length > 0 && (
            <ItemList items={unplaced} title={t('calendar.sometimeInMonth')} />
          )}
        </section>
      ))}
    </div>
  );
}
