import type { To } from 'react-router';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '../Link.tsx';
import styles from './Chip.module.css';

interface Props {
  /** What the choice is about, such as the filter's name. */
  name: string;
  value: string;
  /** The page about what is chosen. */
  to?: To;
  onRemove: () => void;
}

/** An active choice that one press removes. */
export function Chip({ name, value, to, onRemove }: Props) {
  const { t } = useI18n();
  return (
    <span className={styles.chip}>
      <span className="quiet">{name}</span>{' '}
      {to === undefined ? <span>{value}</span> : <Link to={to}>{value}</Link>}
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
