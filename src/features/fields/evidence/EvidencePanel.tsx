import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { entryPagesQuery } from '#src/api/queries.ts';
import { useWholeList } from '#src/api/whole-list.ts';
import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import { narrowTo } from '#src/address/narrow-to.ts';
import { type Filters, toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useAsOf, useFilters, useParameter } from '#src/address/use-address.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { EntryLines } from '#src/record/evidence/EntryLines.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { Dialog } from '#src/ui/controls/Dialog.tsx';
import { Link } from '#src/ui/Link.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { AccountStates } from './AccountStates.tsx';
import { cellWords } from './cell-words.ts';
import { EvidenceAside } from './EvidenceAside.tsx';
import styles from './EvidencePanel.module.css';

/** Where nothing fits beside or above it, the panel is a sheet over the whole page. */
const PHONE = '(max-width: 40rem)';
const PAGE_SIZE = 20;
const SKELETON_HEIGHT = 400;

/** The entries behind the number that was opened, beside the view that it stands in. The address holds which one. */
export function EvidencePanel({ cell }: { cell: EvidenceCell }) {
  const i18n = useI18n();
  const { t } = i18n;
  const record = useRecord();
  const { asOf } = useAsOf();
  const filters = useFilters();
  const [, open] = useParameter('open');
  const close = useCallback(() => open(null), [open]);
  const linkTo = useLinkTo();
  const words = cellWords(cell, record, i18n);
  const narrowed = narrowTo(filters, cell, asOf);
  const Frame = useMedia(PHONE) ? Dialog : EvidenceAside;
  return (
    <Frame title={words} onClose={close}>
      {narrowed === null ? (
        <p>{t('fields.nothing')}</p>
      ) : (
        <div>
          {cell.field !== undefined && cell.meeting !== undefined && (
            <AccountStates field={cell.field} meeting={cell.meeting} />
          )}
          <EvidenceEntries filters={narrowed} />
          <p className={styles.foot}>
            <Link to={linkTo(paths.fields(), narrowed, '#entries')}>
              {t('fields.filterByEvidence')}
            </Link>
          </p>
        </div>
      )}
    </Frame>
  );
}

function EvidenceEntries({ filters }: { filters: Filters }) {
  const { t, number } = useI18n();
  const { asOf } = useAsOf();
  const api = useApi();
  const params = toEntryFilters(filters, asOf);
  const query = useInfiniteQuery(
    entryPagesQuery(api, { ...params, sort: '-meeting', limit: PAGE_SIZE }),
  );
  const isComing = useWholeList(query);
  return (
    <QueryView query={query} skeleton={<Skeleton height={SKELETON_HEIGHT} />}>
      {({ pages }) => {
        const shown = pages.reduce((sum, { items }) => sum + items.length, 0);
        return (
          <>
            <p role="status" className={styles.count}>
              {t('fields.shown', {
                shown: number(shown),
                count: pages[0]?.total ?? 0,
              })}
            </p>
            {pages.map(({ items }, index) => (
              <EntryLines key={items[0]?.id ?? index} entries={items} />
            ))}
            {query.hasNextPage && !isComing && (
              <Button
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage({ cancelRefetch: false })}
              >
                {t(query.isFetchingNextPage ? 'app.loading' : 'fields.more')}
              </Button>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
