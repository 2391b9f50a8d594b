import { useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { forgetSearches, readRecentSearches } from './recent-searches.ts';
import styles from './SearchDialog.module.css';

interface Props {
  onChoose: (text: string) => void;
}

/** What was searched for before, or how to begin. */
export function RecentSearches({ onChoose }: Props) {
  const { t } = useI18n();
  const [searches, setSearches] = useState(readRecentSearches);
  if (searches.length === 0) return <p className={styles.none}>{t('search.start')}</p>;
  return (
    <section className={styles.recent} aria-label={t('search.recent')}>
      <p className={styles.group}>{t('search.recent')}</p>
      <ul>
        {searches.map((text) => (
          <li key={text}>
            <Button look="plain" dir="auto" onClick={() => onChoose(text)}>
              {text}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        onClick={() => {
          forgetSearches();
          setSearches([]);
        }}
      >
        {t('search.forgetRecent')}
      </Button>
    </section>
  );
}
