import { useCallback, useId, useMemo } from 'react';

import { useAsOf, useChangeAddress, useChosenFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/as-of.ts';
import { isBackward, rangePlaces, type End } from './meeting-ends.ts';
import { MeetingBrush } from './MeetingBrush.tsx';
import { MeetingEndField } from './MeetingEndField.tsx';
import { MeetingOptions } from './MeetingOptions.tsx';
import styles from './MeetingRange.module.css';
import { useMeetingCounts } from './use-meeting-counts.ts';

const ENDS = ['from', 'to'] as const;

/** The first and the last meeting that count: two handles over the meetings, or typed. The address holds dates. */
export function MeetingRange() {
  const { t, date } = useI18n();
  const { meetings, failure } = useRecord();
  const { asOf } = useAsOf();
  const filters = useChosenFilters();
  const change = useChangeAddress();
  const counts = useMeetingCounts();
  const listId = useId();
  const held = useMemo(
    () => meetings.filter((meeting) => !isAfter(meeting.date, asOf)).toReversed(),
    [meetings, asOf],
  );
  const { first, last } = rangePlaces(held, filters);
  const [start, finish] = [held[first], held[last]];
  const move = useCallback(
    (end: End, value: string | null, isGoingOn: boolean) =>
      change({ [end]: value }, { replace: isGoingOn }),
    [change],
  );
  const choose = (end: End, value: string | null) => {
    const next = { from: filters.from, to: filters.to, [end]: value };
    if (isBackward(next.from, next.to)) return t('filters.endBackward');
    if (value !== filters[end]) change({ [end]: value });
    return null;
  };
  return (
    <fieldset className={styles.range}>
      <legend className={styles.legend}>{t('filters.range')}</legend>
      {held.length > 1 && (
        <MeetingBrush meetings={held} counts={counts} first={first} last={last} onChange={move} />
      )}
      <MeetingOptions id={listId} meetings={held} />
      <div className={styles.ends}>
        {ENDS.map((end) => (
          <MeetingEndField
            key={end}
            end={end}
            value={filters[end]}
            meetings={held}
            listId={listId}
            onChoose={(value) => choose(end, value)}
          />
        ))}
      </div>
      {/* Of meetings that could not be had nothing is known, not even that there is none. */}
      {failure === null && (
        <p className={styles.now}>
          {start === undefined || finish === undefined || last < first
            ? t('filters.rangeNone')
            : t('filters.rangeNow', {
                count: last - first + 1,
                from: date(start.date, 'short'),
                to: date(finish.date, 'short'),
                isOne: String(start.date === finish.date),
              })}
        </p>
      )}
    </fieldset>
  );
}
