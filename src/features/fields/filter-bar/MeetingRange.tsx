import { useCallback, useId, useMemo, memo, useState, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';

import {
  useAsOf,
  useChangeAddress,
  useChosenFilters,
  useFilters,
} from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { type Filters, filterText, toEntryFilters } from '#src/address/filters.ts';
import { TextField } from '#src/ui/controls/TextField.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { useBegun } from '#src/ui/shown-address.ts';
import {
  isBackward,
  rangePlaces,
  type End,
  type MeetingMark,
  parseEnd,
  moveEnd,
} from './meeting-ends.ts';
import styles from './MeetingRange.module.css';
import { useChartForm } from '../series/use-chart-form.ts';

/** How many entries each meeting would give, by its ordinal, under all filters but the range; null until that is known. */
function useMeetingCounts() {
  const { asOf } = useAsOf();
  const filters = useFilters();
  const { dimensions } = useChartForm();
  const params = toEntryFilters({ ...filters, from: null, to: null }, asOf);
  // Without a range it is the very question that the chart asks, which tells of its failure too.
  const asked = useQuery(summaryQuery(useApi(), { ...params, ...dimensions }));
  const facet = asked.data?.facets.meeting;
  const counts: ReadonlyMap<string, number> | null = useMemo(
    () => (facet ? new Map(facet.map(({ value, entries }) => [value, entries])) : null),
    [facet],
  );
  const isChartsQuestion = filters.from === null && filters.to === null;
  return { counts, lost: isChartsQuestion ? [] : [asked] };
}

interface OptionsProps {
  id: string;
  meetings: readonly MeetingMark[];
}

/** What a typed end of the range can be picked from; put into words once, not with every choice. */
const MeetingOptions = memo(function MeetingOptions({ id, meetings }: OptionsProps) {
  const { t, date } = useI18n();
  return (
    <datalist id={id}>
      {meetings.map((meeting) => (
        <option key={meeting.ordinal} value={meeting.date}>
          {t('filters.meetingOption', {
            ordinal: meeting.ordinal,
            date: date(meeting.date, 'short'),
          })}
        </option>
      ))}
    </datalist>
  );
});

const ENDS = ['from', 'to'] as const;

interface MeetingEndFieldProps {
  end: End;
  filters: Filters;
  meetings: readonly MeetingMark[];
  /** The id of the {@link MeetingOptions} to pick from. */
  listId: string;
  /** Says why a date cannot be the end, or takes it and returns null. */
  onChoose: (value: string | null) => string | null;
}

/** An end of the range to type, as a date of any precision or a meeting's number, or to pick from the meetings. */
function MeetingEndField({ end, filters, meetings, listId, onChoose }: MeetingEndFieldProps) {
  const { t } = useI18n();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const drop = () => {
    setDraft(null);
    setRefusal(null);
  };
  const { begin, isBegun } = useBegun(drop);
  const choose = () => {
    if (draft === null || !isBegun()) return;
    const typed = parseEnd(draft, meetings);
    const why = typed === undefined ? t('filters.endUnknown') : onChoose(typed);
    setRefusal(why);
    if (why === null) setDraft(null);
  };
  // What was refused of a range is untrue of another, and where all filters were cleared, so was this.
  const [judged, setJudged] = useState(filters);
  if (judged !== filters) {
    setJudged(filters);
    const isRange = judged.from !== filters.from || judged.to !== filters.to;
    if (refusal !== null && (isRange || filterText(filters) === '')) drop();
  }
  return (
    <div className={styles.end}>
      <label htmlFor={id}>{t(`filters.${end}`)}</label>
      <TextField
        id={id}
        type="text"
        list={listId}
        autoComplete="off"
        placeholder={t(`filters.${end}Any`)}
        value={draft ?? filters[end] ?? ''}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : `${id}-refusal`}
        onChange={(text) => {
          begin();
          setDraft(text);
        }}
        onBlur={choose}
        onKeyDown={(event) => {
          if (event.key === 'Enter') choose();
          if (event.key === 'Escape') drop();
        }}
      />
      {/* Beside the label: within it, it would be a part of the field's name. */}
      {refusal !== null && (
        <span id={`${id}-refusal`} role="alert" className={styles.refusal}>
          {refusal}
        </span>
      )}
    </div>
  );
}

/** The first and the last meeting that count: two handles over the meetings, or typed. The address holds dates. */
export function MeetingRange() {
  const { t, date } = useI18n();
  const { meetings, failure } = useRecord();
  const { asOf } = useAsOf();
  const filters = useChosenFilters();
  const change = useChangeAddress();
  const { counts, lost } = useMeetingCounts();
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
      <legend className="quiet">{t('filters.range')}</legend>
      {held.length > 1 && (
        <MeetingBrush meetings={held} counts={counts} first={first} last={last} onChange={move} />
      )}
      <LostAnswers of={lost} />
      <MeetingOptions id={listId} meetings={held} />
      <div className={styles.ends}>
        {ENDS.map((end) => (
          <MeetingEndField
            key={end}
            end={end}
            filters={filters}
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
const MeetingBrush = memo(function MeetingBrush(props: Props) {
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
