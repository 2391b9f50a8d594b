import type { UseInfiniteQueryResult } from '@tanstack/react-query';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/Button.tsx';
import styles from './LoadMore.module.css';

interface Props {
  query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  shown: number;
  total: number;
}

/** How much of a list is on screen, and the next page of it. */
export function LoadMore({ query, shown, total }: Props) {
  const { t } = useI18n();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return (
    <div className={styles.more}>
      <p role="status">{t('sources.shown', { shown, total })}</p>
      {hasNextPage && (
        <Button
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage({ cancelRefetch: false })}
        >
          {t(isFetchingNextPage ? 'sources.moreLoading' : 'sources.more')}
        </Button>
      )}
    </div>
  );
}
