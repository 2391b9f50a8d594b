import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { useAreSingleKeysOn } from '#src/ui/single-keys.ts';
import styles from './EntriesFoot.module.css';
import type { SeekState } from './use-seek-selected.ts';

interface Props {
  /** How many entries the list has come to. */
  shown: number;
  total: number;
  /** How many of them are in the page. */
  drawn: number;
  /** True while the rest comes by itself. */
  isComing: boolean;
  isLoading: boolean;
  onMore: () => void;
  seek: { state: SeekState; stop: () => void };
  /** The row whose citation was copied last. */
  copied: number | null;
}

/** How far the list has come and the way on, the keys that work in it, and what they did. */
export function EntriesFoot(props: Props) {
  const { shown, total, drawn, isComing, isLoading, onMore, seek, copied } = props;
  const { t, number } = useI18n();
  const areSingleKeysOn = useAreSingleKeysOn();
  return (
    <div className={styles.foot}>
      {seek.state === 'seeking' && shown < total ? (
        <>
          <p>{t('entries.seeking', { passed: number(shown), count: total })}</p>
          <Button onClick={seek.stop}>{t('entries.stopSeeking')}</Button>
        </>
      ) : (
        <>
          {drawn < total && (
            <p className={styles.paper}>{t('entries.onPaper', { drawn, count: total })}</p>
          )}
          <p role="status" className="no-print">
            {seek.state === 'missing' && `${t('entries.notHere')} `}
            {t('fields.shown', { shown: number(shown), count: total })}
          </p>
          {shown < total && !isComing && (
            <Button className="no-print" disabled={isLoading} onClick={onMore}>
              {t(isLoading ? 'app.loading' : 'fields.more')}
            </Button>
          )}
        </>
      )}
      <p role="status" className={styles.outcome}>
        {copied !== null && <span key={copied}>{t('entries.citationCopied')}</span>}
      </p>
      <p className={`${styles.keys} no-print`}>
        {t('entries.keys', { single: areSingleKeysOn ? 'on' : 'off' })}
      </p>
    </div>
  );
}
