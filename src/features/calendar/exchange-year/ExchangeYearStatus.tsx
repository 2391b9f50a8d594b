import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { StatusMark } from '#src/record/StatusMark.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { useToday } from '#src/ui/use-today.ts';
import styles from './exchange-year.module.css';

type Props = { exchangeYear: Pick<ExchangeYearSummary, 'years' | 'milestones'> };

/** Where the exchange year stands as of the chosen date, and today where that is another day. */
export function ExchangeYearStatus({ exchangeYear }: Props) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const now = useToday();
  const days = asOf === now ? [now] : [asOf, now];
  return (
    <Panel title={t('calendar.status')} note={t('calendar.statusNote')}>
      <dl className={styles.facts}>
        {days.map((day) => (
          <div key={day}>
            <dt>
              {t(day === now ? 'calendar.lineToday' : 'calendar.lineAsOf', {
                date: unbroken(date(day)),
              })}
            </dt>
            <dd>
              <StatusMark status={statusAsOf(exchangeYear, day)} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
