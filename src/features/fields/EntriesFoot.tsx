import { useRef, useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/Button.tsx';
import styles from './EntriesFoot.module.css';
import { useNearView } from './use-near-view.ts';

interface Props {
  shown: number;
  total: number;
  isLoading: boolean;
  /** True in a list so long that pressing for each page would be a nuisance. */
  isLong: boolean;
  onMore: () => void;
}

/** How many entries stand above, and the ways to the next: page by page, or on and on while scrolling. */
export function EntriesFoot({ shown, total, isLoading, isLong, onMore }: Props) {
  const { t, number } = useI18n();
  const [isEndless, setEndless] = useState(false);
  const foot = useRef<HTMLDivElement>(null);
  // Watched anew after each page: a foot that never leaves the window would be told only once.
  useNearView(foot, isEndless && !isLoading && shown < total, (isNear) => isNear && onMore());
  return (
    <div ref={foot} className={styles.foot}>
      <p role="status">{t('fields.shown', { shown: number(shown), count: total })}</p>
      {shown < total && (
        <>
          <Button disabled={isLoading} onClick={onMore}>
            {t(isLoading ? 'app.loading' : 'fields.more')}
          </Button>
          {isLong && (
            <Button aria-pressed={isEndless} onClick={() => setEndless(!isEndless)}>
              {t('fields.endless')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
