import { useEffect, useRef } from 'react';

import { useAsOf, useSearchWith, useValue } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { useToday } from '#src/ui/use-today.ts';
import { toMonthStrips } from './month-strips.ts';
import { MonthStrip } from './MonthStrip.tsx';
import styles from './strips.module.css';
import type { YearMonth } from './year-months.ts';

/** The days that the scale names. */
const NAMED_DAYS = [1, 5, 10, 15, 20, 25, 31];

/** Twelve months as strips of their days on one scale, each with its items in words. */
export function YearStrips({ months }: { months: readonly YearMonth[] }) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const now = useToday();
  const chosen = useValue('day');
  const searchWith = useSearchWith('day');
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    // Of a month with hundreds of items the chosen one may lie far below its mark.
    list.current?.querySelector(`.${styles.chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={list} className={styles.months}>
      <div className={styles.head} aria-hidden="true">
        <p className={styles.scale}>
          {NAMED_DAYS.map((day) => (
            <span key={day} style={{ gridColumn: day }}>
              {day}
            </span>
          ))}
        </p>
      </div>
      {toMonthStrips(months).map((strip) => (
        <MonthStrip
          key={strip.month}
          strip={strip}
          chosen={chosen}
          asOf={asOf}
          asOfWords={t(asOf === now ? 'calendar.lineToday' : 'calendar.lineAsOf', {
            date: date(asOf),
          })}
          searchOf={(day) => searchWith(day === chosen ? null : day)}
        />
      ))}
    </div>
  );
}
