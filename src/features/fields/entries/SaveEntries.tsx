import { useState } from 'react';

import type { EntryFilters } from '#src/api/params.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import styles from './DownloadEntries.module.css';
import { useEntryOrder } from '../series/use-entry-order.ts';
import { useEntryDownload } from './use-entry-download.ts';

interface Props {
  params: EntryFilters;
  /** How many entries the filters let through; undefined while that is not known. */
  total: number | undefined;
}

/** The file of the filters for a spreadsheet, where they are said: it is met before the chart's own, and before other forms of it. */
export function SaveEntries({ params, total }: Props) {
  const { t } = useI18n();
  const sort = useEntryOrder();
  const [outcome, setOutcome] = useState<'saved' | 'failed' | 'stopped' | null>(null);
  const { written, save } = useEntryDownload({ ...params, sort }, setOutcome);
  return (
    <span className={styles.save}>
      <Button disabled={written !== null || total === 0} onClick={() => save('xlsx')}>
        {total === undefined
          ? t('fields.saveAllEntries')
          : t('fields.saveEntries', { count: total })}
      </Button>
      <span role="status" className={styles.outcome}>
        {outcome === 'saved' && total !== undefined && t('entries.saved', { count: total })}
        {outcome === 'failed' && t('fields.downloadFailed')}
      </span>
    </span>
  );
}
