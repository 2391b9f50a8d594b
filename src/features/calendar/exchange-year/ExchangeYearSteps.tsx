import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { MAX_LIMIT } from '#src/api/params.ts';
import { entriesQuery } from '#src/api/queries.ts';
import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import { placeWords } from '#src/record/place-words.ts';
import { Panel } from '#src/ui/Panel.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { exchangeYearSteps, type ExchangeYearStep } from './exchange-year-steps.ts';
import styles from './exchange-year.module.css';
import { dateWords } from '../items/mark-words.ts';

interface Props {
  exchangeYear: string;
  /** The meeting's ordinal. */
  meeting: number;
  entry: string;
}

/** The meeting at which an exchange year was announced: where it was, the entry's own words, and where they are written. */
function AnnouncingEntry({ exchangeYear, meeting, entry }: Props) {
  const i18n = useI18n();
  const { meetings } = useRecord();
  const params = { exchangeYear: [exchangeYear], meeting: [meeting], limit: MAX_LIMIT };
  const entries = useQuery(entriesQuery(useApi(), params));
  const held = meetings.find(({ ordinal }) => ordinal === meeting);
  const evidence = entries.data?.items.find(({ id }) => id === entry);
  return (
    <>
      <p>
        {i18n.t('calendar.announcedAt')} <MeetingLink ordinal={meeting} entry={entry} />
        {held && <span className={`${styles.place} small quiet`}>{placeWords(held, i18n)}</span>}
      </p>
      <LostAnswers of={[entries]} />
      {evidence && (
        <p>
          <RecordText of={evidence} />{' '}
          <Reference fact={evidence} status={evidence.status} entry={evidence} />
        </p>
      )}
    </>
  );
}

function Step({ kind, milestones, exchangeYear }: ExchangeYearStep & { exchangeYear: string }) {
  const i18n = useI18n();
  const { t, name } = i18n;
  const { asOf } = useAsOf();
  if (milestones.length === 0) {
    return <p className={styles.gap}>{t(`calendar.missing-${kind}`)}</p>;
  }
  return (
    <ul className={styles.list}>
      {[...milestones.entries()].map(([at, { milestone, event }]) => (
        <li key={at}>
          <time dateTime={milestone.date}>{dateWords(event ?? milestone, i18n)}</time>
          {event?.place && (
            <span className={`${styles.place} small quiet`}>{name(event.place.name)}</span>
          )}
          {isAfter(milestone.date, asOf) && (
            <span className={`${styles.place} small quiet`}>{t('calendar.toCome')}</span>
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
    <Panel id="milestones" title={t('calendar.milestones')}>
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
