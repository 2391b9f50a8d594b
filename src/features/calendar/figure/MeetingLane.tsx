import { useMemo, type ReactNode } from 'react';
import type { To } from 'react-router';

import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { keptByKey } from '#src/lib/kept-by-key.ts';
import type { FigureStage } from './figure-stage.ts';
import { FigureMark } from './FigureMark.tsx';
import styles from './figure.module.css';
import type { Extent } from '../layout/pack-rows.ts';
import type { PlacedExpected, PlacedMeetings } from '../layout/layout-meetings.ts';
import { keyOfMeetings, meetingsWords } from '../items/mark-words.ts';
import { PartyGlyph } from '../items/PartyGlyph.tsx';

interface Props {
  y: number;
  marks: readonly PlacedMeetings[];
  expected: PlacedExpected | null;
  /** What the mark of the meeting that is due says, and where it leads. */
  told: ToldExpected | null;
  selected: number | null;
  stage: FigureStage;
}

export interface ToldExpected {
  words: string;
  to: To;
}

/** The days that a date may mean, as a bracket under its mark. */
function Days({ days, x, height }: { days: Extent; x: number; height: number }) {
  const [top, bottom] = [height / 2 - 4, height / 2];
  return (
    <path
      className={styles.days}
      d={`M${days.left - x} ${top}V${bottom}H${days.right - x}V${top}`}
    />
  );
}

function MarkText({
  isOpen,
  size,
  children,
}: {
  isOpen: boolean;
  size: number;
  children: ReactNode;
}) {
  return (
    <text
      aria-hidden="true"
      className={`${styles.number} ${isOpen ? styles.numberOpen : ''}`}
      y={size * 0.36}
      fontSize={size}
    >
      {children}
    </text>
  );
}

interface ExpectedProps {
  y: number;
  placed: PlacedExpected;
  told: ToldExpected;
  keys: readonly string[];
  stage: FigureStage;
}

/** The meeting that is due: dashed, since neither it nor its day is on record. */
function Expected({ y: top, placed, told, keys, stage }: ExpectedProps) {
  const { t } = useI18n();
  const { metrics } = stage;
  const { ordinal, x, size, row, days } = placed;
  // With the number as it stands in the mark, as of every other meeting.
  const mark = t('calendar.meetingMark', { ordinal: String(ordinal) });
  const y = top + row * metrics.markRow + metrics.mark / 2;
  const height = Math.max(metrics.mark, 24);
  return (
    <FigureMark
      id="due"
      stage={stage}
      tabIndex={stage.keys.tabIndexOf('meetings', 'due', keys)}
      words={[mark, told.words].join(t('calendar.join'))}
      at={{ x, y }}
      box={{ x: -size / 2 - 1, y: -height / 2, width: size + 2, height }}
      to={told.to}
    >
      <Days days={days} x={x} height={height} />
      <PartyGlyph
        mechanism={stage.mechanism}
        party={null}
        x={0}
        y={0}
        size={metrics.mark - 2}
        width={size - 2}
        look="planned"
      />
      <MarkText isOpen size={metrics.markText}>
        {ordinal}
      </MarkText>
    </FigureMark>
  );
}

function lookOf({ format, date }: MeetingSummary, asOf: string) {
  if (isAfter(date, asOf)) return 'planned';
  return format === 'video' ? 'hollow' : 'solid';
}

/** The meetings as marks: the host's shape and colour, hollow for a video meeting, each with its ordinal. */
export function MeetingLane({ y: top, marks, expected, told, selected, stage }: Props) {
  const i18n = useI18n();
  const { metrics, mechanism, asOf } = stage;
  const wordsOf = useMemo(
    () =>
      keptByKey((meetings: readonly MeetingSummary[]) =>
        meetingsWords(meetings, mechanism, asOf, i18n),
      ),
    [mechanism, asOf, i18n],
  );
  const drawn = told === null ? null : expected;
  const keys = [...marks.map(({ meetings }) => keyOfMeetings(meetings)), ...(drawn ? ['due'] : [])];
  return (
    <g data-lane="meetings" role="toolbar" aria-label={i18n.t('calendar.laneMeetings')}>
      {marks.map(({ x, size, row, meetings, text, days }, index) => {
        const key = keys[index] ?? '';
        const y = top + row * metrics.markRow + metrics.mark / 2;
        const only = meetings.length === 1 ? meetings[0] : undefined;
        const look = only && lookOf(only, asOf);
        const height = Math.max(metrics.mark, 24);
        const box = { x: -size / 2 - 1, y: -height / 2, width: size + 2, height };
        return (
          <FigureMark
            key={meetings[0]?.ordinal}
            id={key}
            stage={stage}
            tabIndex={stage.keys.tabIndexOf('meetings', key, keys)}
            words={wordsOf(key, meetings)}
            at={{ x, y }}
            box={box}
            to={only ? stage.toMeeting(only.ordinal) : null}
            isSelected={meetings.some(({ ordinal }) => ordinal === selected)}
          >
            {days && <Days days={days} x={x} height={height} />}
            {only && look ? (
              <PartyGlyph
                mechanism={mechanism}
                party={only.host}
                x={0}
                y={0}
                size={metrics.mark - 2}
                width={size - 2}
                look={look}
              />
            ) : (
              <rect className={styles.group} {...box} rx={height / 2} />
            )}
            <MarkText isOpen={look !== 'solid'} size={metrics.markText}>
              {text}
            </MarkText>
          </FigureMark>
        );
      })}
      {drawn && told && <Expected y={top} placed={drawn} told={told} keys={keys} stage={stage} />}
    </g>
  );
}
