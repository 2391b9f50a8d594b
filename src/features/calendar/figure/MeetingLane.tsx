import { useMemo, type ComponentProps } from 'react';
import type { To } from 'react-router';

import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { keptByKey } from '#src/lib/kept-by-key.ts';
import type { FigureStage } from './figure-stage.ts';
import { FigureMark } from './FigureMark.tsx';
import styles from './figure.module.css';
import type { PlacedMark, PlacedMeetings } from '../layout/layout-meetings.ts';
import { keyOfMeetings, meetingsWords } from '../items/mark-words.ts';
import { PartyGlyph } from '../items/PartyGlyph.tsx';

interface Props {
  y: number;
  marks: readonly PlacedMeetings[];
  expected: PlacedMark | null;
  /** What the mark of the meeting that is due says, and where it leads. */
  told: ToldExpected | null;
  selected: number | null;
  stage: FigureStage;
}

export interface ToldExpected {
  words: string;
  to: To;
}

type MarkProps = Pick<
  ComponentProps<typeof FigureMark>,
  'stage' | 'id' | 'words' | 'to' | 'isSelected'
> & {
  y: number;
  placed: PlacedMark;
  /** All marks of the lane, by their ids. */
  keys: readonly string[];
  /** The host and how it is told; null for what stands for several meetings. */
  glyph: Pick<ComponentProps<typeof PartyGlyph>, 'party' | 'look'> | null;
};

/** A mark with the days that its date may mean, as a bracket under it, and its text. */
function MeetingMark({ y, placed, keys, glyph, ...props }: MarkProps) {
  const { stage, id } = props;
  const { metrics, mechanism } = stage;
  const { x, size, row, text, days } = placed;
  const height = Math.max(metrics.mark, 24);
  const box = { x: -size / 2 - 1, y: -height / 2, width: size + 2, height };
  const [top, bottom] = [height / 2 - 4, height / 2];
  return (
    <FigureMark
      {...props}
      tabIndex={stage.keys.tabIndexOf('meetings', id, keys)}
      at={{ x, y: y + row * metrics.markRow + metrics.mark / 2 }}
      box={box}
    >
      {days && (
        <path
          className={styles.days}
          d={`M${days.left - x} ${top}V${bottom}H${days.right - x}V${top}`}
        />
      )}
      {glyph === null ? (
        <rect className={styles.group} {...box} rx={height / 2} />
      ) : (
        <PartyGlyph
          {...glyph}
          mechanism={mechanism}
          x={0}
          y={0}
          size={metrics.mark - 2}
          width={size - 2}
        />
      )}
      <text
        aria-hidden="true"
        className={`${styles.number} ${glyph?.look === 'solid' ? '' : styles.numberOpen}`}
        y={metrics.markText * 0.36}
        fontSize={metrics.markText}
      >
        {text}
      </text>
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
  const { mechanism, asOf } = stage;
  const wordsOf = useMemo(
    () =>
      keptByKey((meetings: readonly MeetingSummary[]) =>
        meetingsWords(meetings, mechanism, asOf, i18n),
      ),
    [mechanism, asOf, i18n],
  );
  const keys = [
    ...marks.map(({ meetings }) => keyOfMeetings(meetings)),
    ...(expected ? ['due'] : []),
  ];
  if (keys.length === 0) return null;
  const shared = { y: top, keys, stage };
  return (
    <g data-lane="meetings" role="toolbar" aria-label={i18n.t('app.meetings')}>
      {marks.map((placed, index) => {
        const { meetings } = placed;
        const key = keys[index] ?? '';
        const only = meetings.length === 1 ? meetings[0] : undefined;
        return (
          <MeetingMark
            key={meetings[0]?.ordinal}
            {...shared}
            id={key}
            placed={placed}
            words={wordsOf(key, meetings)}
            to={only ? stage.toMeeting(only.ordinal) : null}
            isSelected={meetings.some(({ ordinal }) => ordinal === selected)}
            glyph={only ? { party: only.host, look: lookOf(only, asOf) } : null}
          />
        );
      })}
      {/* Dashed, since neither the meeting nor its day is on record. */}
      {expected && told && (
        <MeetingMark
          {...shared}
          id="due"
          placed={expected}
          // With the number as it stands in the mark, as of every other meeting.
          words={[i18n.t('calendar.meetingMark', { ordinal: expected.text }), told.words].join(
            i18n.t('calendar.join'),
          )}
          to={told.to}
          glyph={{ party: null, look: 'planned' }}
        />
      )}
    </g>
  );
}
