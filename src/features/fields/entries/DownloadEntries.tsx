import { memo, useState } from 'react';

import type { EntryParams } from '#src/api/params.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { CsvButton } from '#src/ui/controls/CsvButton.tsx';
import styles from './DownloadEntries.module.css';
import { useEntryDownload } from './use-entry-download.ts';

interface Props {
  params: Omit<EntryParams, 'cursor' | 'limit'>;
  total: number;
}

/** Downloads exactly the entries under the filters, all pages of them, with progress and a way to stop. */
export const DownloadEntries = memo(function DownloadEntries({ params, total }: Props) {
  const { t, number } = useI18n();
  const [outcome, setOutcome] = useState<'idle' | 'saved' | 'failed' | 'stopped'>('idle');
  const { written, save, stop } = useEntryDownload(params, setOutcome);
  const words = {
    idle: '',
    saved: t('entries.saved', { count: total }),
    failed: t('fields.downloadFailed'),
    stopped: t('entries.downloadStopped'),
  };
  if (written !== null) {
    const progress = t('fields.downloading', { loaded: number(written), count: total });
    return (
      <>
        <label className={styles.progress}>
          <span>{progress}</span>
          <progress max={Math.max(total, 1)} value={written} />
        </label>
        <Button onClick={stop}>{t('fields.cancelDownload')}</Button>
      </>
    );
  }
  return (
    <>
      <span role="status" className={styles.outcome}>
        {words[outcome]}
      </span>
      <Button onClick={() => save('xlsx')}>{t('fields.downloadXlsx')}</Button>
      <CsvButton label={t('fields.downloadCsv')} onSave={save} />
      <Button onClick={() => save('json')}>{t('fields.downloadJson')}</Button>
    </>
  );
});
