import { useWholeList } from '#src/api/whole-list.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import styles from './LoadMore.module.css';

interface Props {
  query: Parameters<typeof useWholeList>[0] & { isFetchingNextPage: boolean };
  pages: readonly { items: readonly unknown[]; total: number }[];
}

/** How much of a list has come; the rest comes by itself, or is asked for where there is very much of it. */
export function LoadMore({ query, pages }: Props) {
  const { t } = useI18n();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const shown = pages.reduce((sum, { items }) => sum + items.length, 0);
  const total = pages[0]?.total ?? 0;
  const isComing = useWholeList(query);
  return (
    <div className={`${styles.more} small quiet`}>
      <p role="status">{t('sources.shown', { shown, total })}</p>
      {hasNextPage && !isComing && (
        <Button
          className="no-print"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage({ cancelRefetch: false })}
        >
          {t(isFetchingNextPage ? 'sources.moreLoading' : 'fields.more')}
        </Button>
      )}
    </div>
  );
}
