import { memo, useRef } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { moveEnd, type End, type MeetingMark } from './meeting-ends.ts';
import styles from './MeetingRange.module.css';

interface Props {
  /** Oldest first; at least two. */
  meetings: readonly MeetingMark[];
  /** By ordinal; null until they are known. */
  counts: ReadonlyMap<string, number> | null;
  /** The places of the first and the last meeting that count. */
  first: number;
  last: number;
  /** `isGoingOn` from the second change of one movement on: all of it is one step. */
  onChange: (end: End, value: string | null, isGoingOn: boolean) => void;
}

const BARS_HEIGHT = 32;

/** The meetings in a row, each as high as its entries, with a handle for either end: a native slider each. */
export const MeetingBrush = memo(function MeetingBrush(props: Props) {
  const { meetings, counts, first, last, onChange } = props;
  const { t, date } = useI18n();
  const isMoving = useRef(false);
  const edge = meetings.length - 1;
  const countOf = ({ ordinal }: MeetingMark) => counts?.get(String(ordinal)) ?? 0;
  const max = Math.max(1, ...meetings.map(countOf));
  const handles = [
    { end: 'from', place: Math.min(first, edge), other: last },
    { end: 'to', place: Math.max(last, 0), other: first },
  ] as const;
  const wordsAt = (place: number) => {
    const meeting = meetings[place];
    if (meeting === undefined) return '';
    // A count that is not known is left out: it is not 0.
    if (counts === null)
      return t('filters.meetingOption', {
        ordinal: meeting.ordinal,
        date: date(meeting.date),
      });
    return t('filters.handleAt', {
      meeting: t('record.meetingShort', { ordinal: meeting.ordinal }),
      date: date(meeting.date),
      count: countOf(meeting),
    });
  };
  const rest = () => {
    isMoving.current = false;
  };
  const move = (end: End, places: { place: number; target: number; other: number }) => {
    onChange(end, moveEnd(meetings, end, places), isMoving.current);
    isMoving.current = true;
  };
  return (
    <div className={styles.brush}>
      <div className={styles.bars} style={{ height: BARS_HEIGHT }} aria-hidden="true">
        {meetings.map((meeting, place) => (
          <span
            key={meeting.ordinal}
            className={`${styles.bar} ${place >= first && place <= last ? styles.within : ''}`}
            style={{
              insetInlineStart: `${(place / edge) * 100}%`,
              width: `${70 / meetings.length}%`,
              height: Math.max(1, Math.round((countOf(meeting) / max) * BARS_HEIGHT)),
            }}
          />
        ))}
      </div>
      {handles.map(({ end, place, other }) => (
        <input
          key={end}
          type="range"
          className={`${styles.handle} ${styles[end]}`}
          min={0}
          max={edge}
          value={place}
          aria-label={t(`filters.${end}Handle`)}
          aria-valuetext={wordsAt(place)}
          title={wordsAt(place)}
          onChange={({ target }) => move(end, { place, target: Number(target.value), other })}
          onPointerUp={rest}
          onKeyUp={rest}
          onBlur={rest}
        />
      ))}
    </div>
  );
});
