import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { SourceCitation } from '#src/record/SourceCitation.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { exchangeYearSteps, type ExchangeYearStep } from './exchange-year-steps.ts';
import styles from './exchange-year.module.css';
import { dateWords } from './mark-words.ts';

function Step({ kind, milestones }: ExchangeYearStep) {
  const i18n = useI18n();
  const { t } = i18n;
  if (milestones.length === 0) {
    return <p className={styles.gap}>{t(`calendar.missing-${kind}`)}</p>;
  }
  return (
    <ul className={styles.list}>
      {milestones.map(({ milestone, event }) => (
        <li key={`${milestone.date} ${milestone.entry ?? ''}`}>
          <time dateTime={milestone.date}>{dateWords(milestone.date, i18n)}</time>
          {event && <p lang={event.lang}>{event.text}</p>}
          {milestone.meeting !== null && (
            <p>
              {milestone.entry === null ? t('calendar.atMeeting') : t('calendar.announcedAt')}{' '}
              <MeetingLink
                ordinal={milestone.meeting}
                {...(milestone.entry !== null && { entry: milestone.entry })}
              />
            </p>
          )}
          {event && (
            <p className={styles.source}>
              <SourceCitation source={event.source} locator={null} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Announced, opened, closed: when, where that is written, and plainly what is not on record. */
export function ExchangeYearSteps({ exchangeYear }: { exchangeYear: ExchangeYear }) {
  const { t } = useI18n();
  return (
    <Panel title={t('calendar.milestones')}>
      <dl className={styles.steps}>
        {exchangeYearSteps(exchangeYear).map((step) => (
          <div key={step.kind}>
            <dt>{t(`calendar.step-${step.kind}`)}</dt>
            <dd>
              <Step {...step} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
