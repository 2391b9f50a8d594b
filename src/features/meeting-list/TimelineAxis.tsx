import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './MeetingsTimeline.module.css';

interface Props {
  ticks: readonly { year: number; at: number }[];
  asOfAt: number;
  asOf: string;
  gap: { months: number; isAbout: boolean; from: number; to: number } | null;
}

const percent = (share: number) => `${100 * share}%`;

/** Years above the rows, light lines through them, the longest gap as a bracket, and the as-of date as a line. */
export function TimelineAxis({ ticks, asOfAt, asOf, gap }: Props) {
  const { t, date } = useI18n();
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticks.map(({ year, at }) => (
        <span key={year} className={styles.tick} style={{ insetInlineStart: percent(at) }}>
          <span>{year}</span>
        </span>
      ))}
      {gap && (
        <span
          className={styles.gap}
          style={{ insetInlineStart: percent(gap.from), width: percent(gap.to - gap.from) }}
        >
          <span>
            {t(gap.isAbout ? 'meetings.gapAbout' : 'meetings.gapMonths', { months: gap.months })}
          </span>
        </span>
      )}
      {asOfAt >= 0 && asOfAt <= 1 && (
        <span
          className={styles.asOf}
          data-side={asOfAt < 0.2 ? 'after' : 'before'}
          style={{ insetInlineStart: percent(asOfAt) }}
        >
          <span>{t('meetings.asOfMark', { date: date(asOf, 'short') })}</span>
        </span>
      )}
    </div>
  );
}
