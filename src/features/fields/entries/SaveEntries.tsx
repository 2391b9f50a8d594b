import { useState } from 'react';

import type { EntryFilters } from '#src/api/params.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CsvButton } from '#src/ui/controls/CsvButton.tsx';
import styles from './DownloadEntries.module.css';
import { useEntryOrder } from '../series/use-entry-order.ts';
import { useEntryDownload } from './use-entry-download.ts';

/** The file of the filters, where they are said: it is met before the chart's own. */
export function SaveEntries({ params, total }: { params: EntryFilters; total: number }) {
  const { t } = useI18n();
  const sort = useEntryOrder();
  const [outcome, setOutcome] = useState<'saved' | 'failed' | 'stopped' | null>(null);
  const { written, save } = useEntryDownload({ ...params, sort }, setOutcome);
  return (
    <span className={styles.save}>
      <CsvButton
        label={t('fields.saveEntries', { count: total })}
        isBusy={written !== null || total === 0}
        onSave={save}
      />
      <span role="status" className={styles.outcome}>
        {outcome === 'saved' && t('entries.saved', { count: total })}
        {outcome === 'failed' && t('fields.downloadFailed')}
      </span>
    </span>
  );
}
