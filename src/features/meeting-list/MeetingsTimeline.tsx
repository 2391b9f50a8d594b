import type { Person } from '#src/api/schemas/meetings.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyName } from '#src/record/party-name.ts';
import styles from './MeetingsTimeline.module.css';
import { MeetingMark } from './MeetingMark.tsx';
import { TermBar } from './TermBar.tsx';
import {
  hostRows,
  positionOf,
  termRow,
  timelineWindow,
  yearTicks,
  type Gap,
  type TimelineRow,
} from './timeline.ts';
import { firstDay } from '#src/api/edtf.ts';
import { TimelineAxis } from './TimelineAxis.tsx';

interface Props {
  people: readonly Person[];
  /** The longest time between two meetings, which the axis points out. */
  gap: Gap | null;
  /** True while the terms are on their way; their rows keep their place. */
  isPending: boolean;
}

const MARK_LINE = 30;
const TERM_LINE = 25;
/** The drawing's narrowest width, for which labels are given room. */
const NARROWEST = 880;
const LATIN_WIDTH = 7;
const WIDE_WIDTH = 13;

/** A label's width at 12 px, guessed from its letters; a little too much is better than two labels that touch. */
function labelShare(text: string): number {
  const widths = Array.from(text, (letter) => (letter > '\u2E7F' ? WIDE_WIDTH : LATIN_WIDTH));
  return (widths.reduce((sum, width) => sum + width, 0) + 12) / NARROWEST;
}

/** Rows of marks by host above rows of terms by party, on one time axis; wider than a phone, so it scrolls within. */
export function MeetingsTimeline({ people, gap, isPending }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { meetings, mechanism, asOf } = useView();
  const window = timelineWindow(meetings, asOf);
  const parties = mechanism.parties.map(({ id }) => id);
  const rowWords = ({ row, party }: TimelineRow) => {
    if (row === 'video') return t('meetings.rowVideo');
    if (row === 'elsewhere') return t('meetings.rowElsewhere');
    return t('meetings.rowHosted', { party: partyName(mechanism, party ?? '', i18n) });
  };
  const gapAt = gap && {
    months: gap.months,
    from: positionOf(firstDay(gap.before.date), window),
    to: positionOf(firstDay(gap.after.date), window),
  };
  return (
    <figure
      className={styles.figure}
      aria-label={t('meetings.timelineLabel', {
        from: window.from.slice(0, 4),
        to: meetings[0]?.date.slice(0, 4) ?? window.to.slice(0, 4),
      })}
      // A figure that scrolls must be reachable with the keyboard.
      tabIndex={0}
    >
      <div className={styles.drawing}>
        <TimelineAxis
          ticks={yearTicks(window).map((year) => ({
            year,
            at: positionOf(`${year}-01-01`, window),
          }))}
          asOfAt={positionOf(asOf, window)}
          asOf={asOf}
          gap={gapAt}
        />
        {hostRows(meetings, parties, window).map((row) => (
          <section key={row.party ?? row.row} className={styles.row}>
            <h3 className={styles.label}>{rowWords(row)}</h3>
            <ul className={styles.track} style={{ height: row.lines * MARK_LINE }}>
              {row.placed.map((placed) => (
                <MeetingMark
                  key={placed.meeting.ordinal}
                  placed={placed}
                  top={placed.line * MARK_LINE}
                />
              ))}
            </ul>
          </section>
        ))}
        {parties.map((party) => {
          const { lines, placed } = termRow(people, party, window, ({ name }) =>
            labelShare(i18n.name(name)),
          );
          return (
            <section key={party} className={styles.row}>
              <h3 className={styles.label}>
                {t('meetings.rowChairs', { party: partyName(mechanism, party, i18n) })}
              </h3>
              <ul
                className={styles.track}
                style={{ height: (isPending ? 2 : lines) * TERM_LINE }}
                aria-busy={isPending}
              >
                {placed.map((term) => (
                  <TermBar
                    key={`${term.person.id} ${term.term.from}`}
                    placed={term}
                    top={term.line * TERM_LINE}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </figure>
  );
}
