import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from '../items/agenda.module.css';
import { aroundAsOf } from './around-as-of.ts';
import { CalendarItemLine } from '../items/CalendarItemLine.tsx';
import { useItemLink } from '../items/use-item-link.ts';

/** What came last before the as-of date and what comes next after it. */
export function AroundAsOf({ items }: { items: readonly CalendarItem[] }) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const toItem = useItemLink();
  const around = aroundAsOf(items, asOf);
  return (
    <dl className={styles.around}>
      {(['previous', 'next'] as const).map((which) => {
        const item = around[which];
        return (
          <div key={which}>
            <dt className={styles.label}>{t(`calendar.${which}`, { date: date(asOf) })}</dt>
            <dd>
              {item === null ? (
                t(`calendar.${which}None`)
              ) : (
                <CalendarItemLine item={item} to={toItem(item)} asOf={asOf} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
