import styles from './GroupMark.module.css';

/** The sign of the first or the second group: a filled disc, a hollow diamond. */
export function GroupMark({ side }: { side: 'a' | 'b' }) {
  return (
    <svg className={`${styles.mark} ${styles[side]}`} viewBox="0 0 14 14" aria-hidden="true">
      {side === 'a' ? <circle cx="7" cy="7" r="5" /> : <path d="M7 1.5 12.5 7 7 12.5 1.5 7Z" />}
    </svg>
  );
}
