import { useEffect, useId, useMemo, useRef, useState, useEffectEvent } from 'react';

import { addDays } from '#src/api/edtf.ts';
import { readShared } from '#src/address/shared-parameters.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf, useChangeAddress } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDay, toDayNumber } from '#src/lib/dates/day-number.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { usePrefersReducedMotion } from '#src/ui/use-media.ts';
import { useToday } from '#src/ui/use-today.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import { CONCLUDING_DAYS, statusAsOf, statusBounds } from '#src/lib/dates/as-of.ts';
import { shownAddress, useStepOfHistory } from '#src/ui/shown-address.ts';
import styles from './scrubber.module.css';
import { useFigureData } from '../layout/use-figure-data.ts';

/** Browsers refuse addresses that change much faster than this. */
const STEP_MS = 200;
const CALM_STEP_MS = 2000;

/**
 * Calls `onStep` again and again while playing; a step that returns false is the last. Where the reader asked for
 * less motion the steps are slow.
 */
function usePlayback(
  isCalm: boolean,
  onStep: () => boolean,
): { isPlaying: boolean; start: () => void; stop: () => void } {
  const [isPlaying, setIsPlaying] = useState(false);
  const step = useEffectEvent(() => {
    if (!onStep()) setIsPlaying(false);
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(step, isCalm ? CALM_STEP_MS : STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying, isCalm]);
  return { isPlaying, start: () => setIsPlaying(true), stop: () => setIsPlaying(false) };
}

/** How far playing moves at a time. */
const PLAY_DAYS = 61;
/** Dragging writes the address this often at most. */
const WRITE_MS = 160;

const NONE = { day: null };

/** Writes the last of many days, now and then; the first one is a step of its own for Back. */
function useDaysInSteps(asOf: string) {
  const change = useChangeAddress();
  const [draft, setDraft] = useState<{ day: string | null }>(NONE);
  const latest = useRef(asOf);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hasBegun = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  useStepOfHistory(() => {
    // A step back leads to a day that was never the last one moved to, and is not undone by what was still to be written.
    clearTimeout(timer.current);
    timer.current = undefined;
    // Each time another value: to React the same one again is no change, even against a drawing that was broken off.
    setDraft({ day: null });
  });
  // What was written last counts until the address has arrived there, or a quick second press would start from behind.
  if (draft.day === asOf) setDraft(NONE);
  const move = (day: string) => {
    latest.current = day;
    setDraft({ day });
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      change({ asOf: latest.current }, { replace: hasBegun.current });
      hasBegun.current = true;
    }, WRITE_MS);
  };
  const end = () => {
    hasBegun.current = false;
  };
  return { draft: draft.day, move, end };
}

/** Moves the as-of date, and every view with it, through time: by dragging, by playing, or from change to change. */
export function AsOfScrubber() {
  const { bounds } = useFigureData();
  const { t, date } = useI18n();
  const { exchangeYears, meetings } = useRecord();
  const { asOf } = useAsOf();
  const change = useChangeAddress();
  const today = useToday();
  const steps = useDaysInSteps(asOf);
  const changes = useMemo(() => statusChanges(exchangeYears, meetings), [exchangeYears, meetings]);
  const id = useId();
  const shown = steps.draft ?? asOf;
  const before = (of: string) => changes.findLast((day) => day < of);
  const after = (of: string) => changes.find((day) => day > of);
  const go = (to: typeof before) => {
    // From where the address is: a quick second press comes before the view has followed the first.
    const day = to(steps.draft ?? readShared('asOf', shownAddress().search) ?? today);
    if (day !== undefined) change({ asOf: day });
  };
  const isCalm = usePrefersReducedMotion();
  const playback = usePlayback(isCalm, () => {
    const end = today;
    const target = isCalm ? (after(asOf) ?? end) : addDays(asOf, PLAY_DAYS);
    change({ asOf: target < end ? target : end }, { replace: true });
    return target < end;
  });
  const play = () => {
    // From the end there is nothing to play: start over.
    change({ asOf: asOf >= today ? toDay(bounds.from) : asOf });
    playback.start();
  };
  return (
    <div
      className={`${styles.scrubber} actions no-print`}
      role="group"
      aria-label={t('calendar.scrubber')}
    >
      <Button onClick={playback.isPlaying ? playback.stop : play}>
        <span aria-hidden="true">{playback.isPlaying ? '❚❚' : '▶'}</span>
        {playback.isPlaying ? t('calendar.pause') : t('calendar.play')}
      </Button>
      <Button
        aria-label={t('calendar.previousChange')}
        title={t('calendar.previousChange')}
        disabled={before(shown) === undefined}
        onClick={() => go(before)}
      >
        ⇤
      </Button>
      <Button
        aria-label={t('calendar.nextChange')}
        title={t('calendar.nextChange')}
        disabled={after(shown) === undefined}
        onClick={() => go(after)}
      >
        ⇥
      </Button>
      <label className="small quiet" htmlFor={id}>
        {t('calendar.scrubberLabel')}
      </label>
      <input
        id={id}
        className={styles.range}
        type="range"
        min={bounds.from}
        max={bounds.to - 1}
        value={toDayNumber(shown)}
        aria-valuetext={date(shown)}
        onChange={({ target }) => {
          playback.stop();
          steps.move(toDay(Number(target.value)));
        }}
        onPointerDown={steps.end}
        onBlur={steps.end}
      />
      <time className={`${styles.date} small`} dateTime={shown}>
        {date(shown)}
      </time>
    </div>
  );
}

/** Every day on which an exchange year's status changes, or a meeting is held: once each, in order. */
export function statusChanges(
  exchangeYears: readonly Pick<ExchangeYearSummary, 'years' | 'milestones'>[],
  meetings: readonly { date: string }[],
): string[] {
  const changes = exchangeYears.flatMap((exchangeYear) => {
    const { announced, start, end } = statusBounds(exchangeYear);
    const concluding = addDays(end, 1 - CONCLUDING_DAYS);
    const days = [...(announced === null ? [] : [announced]), start, concluding, addDays(end, 1)];
    const statusOn = (day: string) => statusAsOf(exchangeYear, day);
    // What lasts a week is concluding from its first day on: then nothing changes a month before its end.
    return days.filter((day) => statusOn(day) !== statusOn(addDays(day, -1)));
  });
  const held = meetings.map(({ date }) => date).filter((date) => date.length === 10);
  return [...new Set([...changes, ...held])].toSorted();
}
