import { useRef, useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { MAX_LIMIT, type EntryParams } from '#src/api/params.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import { walkPages } from '#src/api/walk-pages.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toCsv } from '#src/lib/csv.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { Button } from '#src/ui/Button.tsx';
import { ENTRY_COLUMNS } from './entry-columns.ts';

interface Props {
  params: Omit<EntryParams, 'cursor' | 'limit'>;
  total: number;
}

type Format = 'csv' | 'json';

/** Downloads exactly the entries under the filters, all pages of them, with progress and a way to stop. */
export function DownloadEntries({ params, total }: Props) {
  const { t, number } = useI18n();
  const { mechanism, asOf } = useView();
  const api = useApi();
  const [loaded, setLoaded] = useState<number | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const write = (format: Format, entries: Entry[]) => {
    const name = `entries-${asOf}.${format}`;
    if (format === 'csv') saveFile(name, 'text/csv;charset=utf-8', toCsv(ENTRY_COLUMNS, entries));
    else {
      const { id, dataStatus, dataVersion } = mechanism;
      const about = { mechanism: id, dataStatus, dataVersion, asOf, view: window.location.href };
      saveFile(
        name,
        'application/json',
        JSON.stringify({ ...about, total: entries.length, entries }, null, 2),
      );
    }
  };
  const download = async (format: Format) => {
    const controller = new AbortController();
    stop.current = controller;
    setHasFailed(false);
    setLoaded(0);
    try {
      const entries = await walkPages(async (cursor) => {
        const page = await api.entries(
          { ...params, limit: MAX_LIMIT, ...(cursor !== null && { cursor }) },
          controller.signal,
        );
        setLoaded((count) => (count ?? 0) + page.items.length);
        return page;
      });
      write(format, entries);
    } catch {
      setHasFailed(!controller.signal.aborted);
    }
    setLoaded(null);
  };
  if (loaded !== null) {
    return (
      <>
        <span role="status">
          {t('fields.downloading', { loaded: number(loaded), count: total })}
        </span>
        <Button onClick={() => stop.current?.abort()}>{t('fields.cancelDownload')}</Button>
      </>
    );
  }
  return (
    <>
      <span role="status">{hasFailed && t('fields.downloadFailed')}</span>
      <Button onClick={() => void download('csv')}>{t('fields.downloadCsv')}</Button>
      <Button onClick={() => void download('json')}>{t('fields.downloadJson')}</Button>
    </>
  );
}
