import { useBackend } from '#src/api/BackendContext.ts';
import { useReception, useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import styles from './AddressNotice.module.css';

const SHOWN_AT_MOST = 40;

/** Says which parts of the address could not be used, and from which day the view is seen; for where there is either. */
export function AddressNotice() {
  const { t, date } = useI18n();
  const { isAsOfChosen, asOf } = useAsOf();
  const { refused, isPending } = useReception();
  const { refusedScenario } = useBackend();
  const all = [...refused];
  if (refusedScenario !== null)
    all.push({ parameter: 'demo', value: refusedScenario, reason: 'unknown' });
  const shorten = (value: string) =>
    value.length > SHOWN_AT_MOST ? `${value.slice(0, SHOWN_AT_MOST)}…` : value;
  return (
    <aside className={styles.notices} aria-label={t('app.aboutView')}>
      {isAsOfChosen && <p className={styles.asOf}>{t('app.asOfNotice', { date: date(asOf) })}</p>}
      {!isPending && all.length > 0 && (
        <Notice tone="warn" title={t('app.ignoredTitle', { count: all.length })}>
          <ul>
            {all.map(({ parameter, value, reason }) => (
              <li key={`${parameter} ${value} ${reason}`}>
                {t(`app.ignored-${reason}`, { parameter, value: shorten(value) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </aside>
  );
}
