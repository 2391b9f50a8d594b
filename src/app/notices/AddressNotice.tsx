import { useBackend } from '#src/api/BackendContext.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useReception, useAsOf, useParameter } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import styles from './AddressNotice.module.css';

const SHOWN_AT_MOST = 40;

const shorten = (value: string) =>
  value.length > SHOWN_AT_MOST ? `${value.slice(0, SHOWN_AT_MOST)}…` : value;

/** Says that a link was made on other data than are shown. */
function OtherData({ madeOn }: { madeOn: string }) {
  const { t } = useI18n();
  const { dataVersion } = useRecord().mechanism;
  const [, setMadeOn] = useParameter('data');
  return (
    <p className={styles.line}>
      {t('view.otherData', { made: shorten(madeOn), shown: dataVersion })}{' '}
      <Button look="plain" className="no-print" onClick={() => setMadeOn(null)}>
        {t('view.forget')}
      </Button>
    </p>
  );
}

interface Props {
  /** The version of the data that the link was made on, where others are shown. */
  otherData: string | null;
}

/** Says which parts of the address could not be used, from which day the view is seen, and of which data it is not; for where there is any. */
export function AddressNotice({ otherData }: Props) {
  const { t, date } = useI18n();
  const { isAsOfChosen, asOf } = useAsOf();
  const { refused, isPending } = useReception();
  const { refusedScenario } = useBackend();
  const all = [...refused];
  if (refusedScenario !== null)
    all.push({ parameter: 'demo', value: refusedScenario, reason: 'unknown' });
  return (
    <aside className="stack" aria-label={t('view.about')}>
      {isAsOfChosen && <p className={styles.line}>{t('view.asOfNotice', { date: date(asOf) })}</p>}
      {otherData !== null && <OtherData madeOn={otherData} />}
      {!isPending && all.length > 0 && (
        <Notice tone="warn" title={t('view.ignoredTitle', { count: all.length })}>
          <ul>
            {all.map(({ parameter, value, reason }) => (
              <li key={`${parameter} ${value} ${reason}`}>
                {t(`view.ignored-${reason}`, { parameter, value: shorten(value) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </aside>
  );
}
