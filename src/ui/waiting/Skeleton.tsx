import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './Skeleton.module.css';

interface Props {
  /** The final height in CSS pixels, so that nothing moves when the content comes. */
  height: number;
}

/** The shape of what is coming, in hairlines. */
export function Skeleton({ height }: Props) {
  const { t } = useI18n();
  return (
    <div className={styles.skeleton} style={{ height }} role="status" data-skeleton="">
      <span className="visually-hidden">{t('app.loading')}</span>
    </div>
  );
}
