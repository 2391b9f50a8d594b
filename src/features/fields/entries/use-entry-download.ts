import { useEffect, useRef, useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { MAX_LIMIT, type EntryParams } from '#src/api/params.ts';
import { pagesOf } from '#src/api/walk-pages.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { isSpreadsheetForm } from '#src/lib/csv.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { shownAddress } from '#src/ui/shown-address.ts';
import { entryColumns } from './entry-columns.ts';
import { entryFile, type EntryFormat } from './entry-file.ts';

/** Saves all entries under the filters as a file. `written` is null while none is on its way. */
export function useEntryDownload(
  params: Omit<EntryParams, 'cursor' | 'limit'>,
  onEnd: (outcome: 'saved' | 'failed' | 'stopped') => void,
) {
  const { mechanism } = useRecord();
  const { asOf } = useAsOf();
  const i18n = useI18n();
  const api = useApi();
  const [written, setWritten] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const save = async (format: EntryFormat) => {
    const { id, dataStatus, dataVersion } = mechanism;
    const view = shownAddress().href;
    const controller = new AbortController();
    running.current = controller;
    setWritten(0);
    const pages = pagesOf((cursor) =>
      api.entries(
        { ...params, limit: MAX_LIMIT, ...(cursor !== null && { cursor }) },
        controller.signal,
      ),
    );
    try {
      const about = { mechanism: id, dataStatus, dataVersion, asOf, view };
      const columns = entryColumns(mechanism, i18n);
      const file = await entryFile(format, pages, { about, columns }, setWritten);
      saveFile(`entries-${asOf}.${isSpreadsheetForm(format) ? 'csv' : format}`, file.type, file);
      onEnd('saved');
    } catch {
      onEnd(controller.signal.aborted ? 'stopped' : 'failed');
    }
    setWritten(null);
  };
  return {
    written,
    save: (format: EntryFormat) => void save(format),
    stop: () => running.current?.abort(),
  };
}
