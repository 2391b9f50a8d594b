import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toMatchWords } from '#src/record/matches/match-words.ts';
import styles from './SearchDialog.module.css';
import type { SearchOption } from '#src/record/matches/search-options.ts';

interface Props {
  option: SearchOption;
  /** What was looked for. */
  q: string;
  /** How many matches the option's group has. */
  total: number;
  /** What is known of the match beside itself: who speaks, and which mention it is. */
  notes: readonly string[];
}

/** One match in words: what it is, and what tells it apart. */
export function SearchLine({ option: { type, match }, q, total, notes }: Props) {
  const i18n = useI18n();
  if (match === null) {
    return <span className={styles.more}>{i18n.t('search.showAll', { count: total })}</span>;
  }
  const { ordinal, title, found, facts: own } = toMatchWords(type, match, q, i18n);
  const facts = [...own, ...notes];
  return (
    <>
      <span className={styles.name} dir="auto">
        {ordinal !== null && <span className={styles.ordinal}>{ordinal}</span>}
        <span lang={title.lang} dir="auto">
          {title.text}
        </span>
        {found !== null && (
          <>
            {' '}
            <span lang={found.lang} dir="auto" className={styles.found}>
              {found.text}
            </span>
          </>
        )}
      </span>
      {facts.length > 0 && <span className={styles.detail}>{facts.join(' · ')}</span>}
    </>
  );
}
