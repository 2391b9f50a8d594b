import type { Meeting, TouchedExchangeYear } from '#src/api/schemas/meetings.ts';
import { firstDay, lastDay } from '#src/api/edtf.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo, useMeetingEvidence } from '#src/address/links.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { StatusMark } from '#src/record/StatusMark.tsx';
import { Link } from '#src/ui/Link.tsx';
import { FoldingPanel } from '#src/ui/FoldingPanel.tsx';
import styles from './TouchedYears.module.css';

function TouchedYear({ touched, meeting }: { touched: TouchedExchangeYear; meeting: Meeting }) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  const evidence = useMeetingEvidence(meeting);
  const { exchangeYear, entries, events } = touched;
  const then = statusAsOf(exchangeYear, lastDay(meeting.date));
  // Of a meeting known to the month or the year, only what holds on each of its days.
  const isKnown = then === statusAsOf(exchangeYear, firstDay(meeting.date));
  const isOnlyDuring = entries.length + events === 0;
  return (
    <li className={styles.year}>
      <h3 className={styles.name}>
        <Link to={linkTo(paths.exchangeYear(exchangeYear.id))}>
          <Name of={exchangeYear.name} />
        </Link>{' '}
        <span className={`${styles.years} quiet`}>{date(exchangeYear.years)}</span>
      </h3>
      <p className={`${styles.field} flow small quiet`}>
        <FieldTag field={exchangeYear.field} />
        <EvidenceMark status={exchangeYear.status} />
      </p>
      <dl className={`${styles.facts} flow small`}>
        <div className={`${styles.fact} flow small`}>
          <dt>{t('meetings.statusThen')}</dt>
          <dd>{isKnown ? <StatusMark status={then} /> : t('meetings.statusThenUnknown')}</dd>
        </div>
        <div className={`${styles.fact} flow small`}>
          <dt>{t('calendar.lineAsOf', { date: unbroken(date(asOf)) })}</dt>
          <dd>
            <StatusMark status={statusAsOf(exchangeYear, asOf)} />
          </dd>
        </div>
        <div className={`${styles.fact} flow small`}>
          <dt>{t('meetings.touch')}</dt>
          <dd>
            {entries.length > 0 && (
              <Link to={evidence({ exchangeYear: [exchangeYear.id] })}>
                {t('meetings.entryCount', { count: entries.length })}
              </Link>
            )}
            {entries.length > 0 && events > 0 && ', '}
            {events > 0 && t('meetings.touchEvents', { count: events })}
            {isOnlyDuring && t('meetings.touchDuring')}
          </dd>
        </div>
      </dl>
    </li>
  );
}

/** The exchange years that a meeting names, held an event of, or fell into: their status then and as of the view's date. */
export function TouchedYears({ meeting }: { meeting: Meeting }) {
  const { t } = useI18n();
  const { exchangeYears } = meeting;
  return (
    <FoldingPanel
      id="exchange-years"
      title={t('meetings.yearsTitle', { count: exchangeYears.length })}
      lead={exchangeYears.length === 0 ? t('meetings.yearsNone') : t('meetings.yearsLead')}
    >
      <ul>
        {exchangeYears.map((touched) => (
          <TouchedYear key={touched.exchangeYear.id} touched={touched} meeting={meeting} />
        ))}
      </ul>
    </FoldingPanel>
  );
}
