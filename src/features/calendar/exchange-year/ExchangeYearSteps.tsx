import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { AnnouncingEntry } from './AnnouncingEntry.tsx';
import { exchangeYearSteps, type ExchangeYearStep } from './exchange-year-steps.ts';
import styles from './exchange-year.module.css';
import { dateWords } from '../items/mark-words.ts';

function Step({ kind, milestones, exchangeYear }: ExchangeYearStep & { exchangeYear: string }) {
  const i18n = useI18n();
  const { t, name } = i18n;
  const { asOf } = useAsOf();
  if (milestones.length === 0) {
    return <p className={styles.gap}>{t(`calendar.missing-${kind}`)}</p>;
  }
  return (
    <ul className={styles.list}>
      {milestones.map(({ milestone, event }) => (
        <li key={`${milestone.date} ${milestone.entry ?? ''}`}>
          <time dateTime={milestone.date}>{dateWords(event ?? milestone, i18n)}</time>
          {event?.place && <span className={styles.place}>{name(event.place.name)}</span>}
          {isAfter(milestone.date, asOf) && (
            <span className={styles.place}>{t('calendar.toCome')}</span>
          )}
          {event && (
            <p>
              <RecordText of={event} /> <Reference fact={event} told={event} />
            </p>
          )}
          {milestone.meeting !== null && milestone.entry === null && (
            <p>
              {t('calendar.atMeeting')} <MeetingLink ordinal={milestone.meeting} />
            </p>
          )}
          {milestone.meeting !== null && milestone.entry !== null && (
            <AnnouncingEntry
              exchangeYear={exchangeYear}
              meeting={milestone.meeting}
              entry={milestone.entry}
            />
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
              <Step {...step} exchangeYear={exchangeYear.id} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
