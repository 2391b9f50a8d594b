import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './Chip.module.css';

interface Props {
  /** What the choice is about, such as the filter's name. */
  name: string;
  value: string;
  onRemove: () => void;
}

/** An active choice that one press removes. */
export function Chip({ name, value, onRemove }: Props) {
  const { t } = useI18n();
  return (
    <span className={styles.chip}>
      <span className={styles.name}>{name}</span> <span>{value}</span>
      <button
        type="button"
        className={styles.remove}
        onClick={onRemove}
        aria-label={t('app.removeChoice', { name, value })}
      >
        ×
      </button>
    </span>
  );
}
