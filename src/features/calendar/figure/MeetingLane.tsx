import { useMemo } from 'react';

import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { keptByKey } from '#src/lib/kept-by-key.ts';
import type { FigureStage } from './figure-stage.ts';
import { FigureMark } from './FigureMark.tsx';
import styles from './figure.module.css';
import type { PlacedMeetings } from '../layout/layout-meetings.ts';
import { keyOfMeetings, meetingsWords } from '../items/mark-words.ts';
import { PartyGlyph } from '../items/PartyGlyph.tsx';

interface Props {
  y: number;
  marks: readonly PlacedMeetings[];
  selected: number | null;
  stage: FigureStage;
}

function lookOf({ format, date }: MeetingSummary, asOf: string) {
  if (isAfter(date, asOf)) return 'planned';
  return format === 'video' ? 'hollow' : 'solid';
}

/** The meetings as marks: the host's shape and colour, hollow for a video meeting, each with its ordinal. */
export function MeetingLane({ y: top, marks, selected, stage }: Props) {
  const i18n = useI18n();
  const { metrics, mechanism, asOf } = stage;
  const wordsOf = useMemo(
    () =>
      keptByKey((meetings: readonly MeetingSummary[]) =>
        meetingsWords(meetings, mechanism, asOf, i18n),
      ),
    [mechanism, asOf, i18n],
  );
  const keys = marks.map(({ meetings }) => keyOfMeetings(meetings));
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
            {days && (
              <path
                className={styles.days}
                d={`M${days.left - x} ${height / 2 - 4}V${height / 2}H${days.right - x}V${height / 2 - 4}`}
              />
            )}
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
            <text
              aria-hidden="true"
              className={`${styles.number} ${look === 'solid' ? '' : styles.numberOpen}`}
              y={metrics.markText * 0.36}
              fontSize={metrics.markText}
            >
              {text}
            </text>
          </FigureMark>
        );
      })}
    </g>
  );
}
