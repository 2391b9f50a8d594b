import type { Person } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyColour } from '#src/record/colours.ts';
import { partyName } from '#src/record/value-words.ts';
import styles from './MeetingsTimeline.module.css';
import { NARROWEST, termRow, type TimelineWindow, type PlacedTerm } from './timeline.ts';

interface Props {
  party: string;
  people: readonly Person[];
  window: TimelineWindow;
  /** True while the terms are on their way; the row keeps a place for them. */
  isPending: boolean;
}

const LINE = 25;
const LATIN_WIDTH = 7;
const WIDE_WIDTH = 13;

/** A label's width at 12 px, guessed from its letters; a little too much is better than two labels that touch. */
function labelShare(text: string): number {
  const widths = Array.from(text, (letter) => (letter > '\u2E7F' ? WIDE_WIDTH : LATIN_WIDTH));
  return (widths.reduce((sum, width) => sum + width, 0) + 12) / NARROWEST;
}

interface TermBarProps {
  placed: PlacedTerm;
  top: number;
}

/** From the first to the last meeting that a person co-chaired in a row, with the person's name on it. */
function TermBar({ placed: { person, term, at, width }, top }: TermBarProps) {
  const { t, name, date } = useI18n();
  const { mechanism } = useRecord();
  const count = t('meetings.meetingCount', { count: term.meetings.length });
  const span =
    term.from === term.to
      ? date(term.from, 'short')
      : `${date(term.from, 'short')} – ${date(term.to, 'short')}`;
  return (
    <li
      className={styles.term}
      style={{ insetInlineStart: `${100 * at}%`, width: `${100 * width}%`, top }}
      title={`${name(person.name)}, ${name(term.office.name)}: ${span}, ${count}`}
    >
      <span className={styles.termLabel}>{name(person.name)}</span>
      <span className="visually-hidden">
        , {span}, {count}
      </span>
      <span
        className={styles.bar}
        style={{ background: partyColour(mechanism, person.party) }}
        aria-hidden="true"
      />
    </li>
  );
}

/** Who co-chaired for one party, as bars on as many lines as the names need. */
export function TermRow({ party, people, window, isPending }: Props) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const { lines, placed } = termRow(people, party, window, ({ name }) =>
    labelShare(i18n.name(name)),
  );
  // A party of whose co-chairs nothing is on record has no lane.
  if (!isPending && placed.length === 0) return null;
  return (
    <section className={styles.row}>
      <h3 className={styles.label}>
        {i18n.t('meetings.rowChairs', { party: partyName(mechanism, party, i18n) })}
      </h3>
      <ul
        className={styles.track}
        style={{ height: (isPending ? 2 : lines) * LINE }}
        aria-busy={isPending}
      >
        {placed.map((term) => (
          <TermBar
            key={`${term.person.id} ${term.term.from}`}
            placed={term}
            top={term.line * LINE}
          />
        ))}
      </ul>
    </section>
  );
}
