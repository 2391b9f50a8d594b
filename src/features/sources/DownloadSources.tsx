import { useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { MAX_LIMIT, type SourceParams } from '#src/api/params.ts';
import { walkPages } from '#src/api/walk-pages.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { type SpreadsheetForm, toCsv, type CsvColumn } from '#src/lib/csv.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { CsvButton } from '#src/ui/controls/CsvButton.tsx';
import type { SourceSummary } from '#src/api/schemas/sources.ts';

/** The columns of the downloaded list, under the contract's names. */
const SOURCE_COLUMNS: readonly CsvColumn<SourceSummary>[] = [
  { id: 'id', value: ({ id }) => id },
  { id: 'title', value: ({ title }) => title },
  { id: 'publisher', value: ({ publisher }) => publisher },
  { id: 'publishedOn', value: ({ publishedOn }) => publishedOn },
  { id: 'language', value: ({ language }) => language },
  { id: 'reportedBy', value: ({ reportedBy }) => reportedBy ?? null },
  { id: 'url', value: ({ url }) => url },
  { id: 'archivedUrl', value: ({ archivedUrl }) => archivedUrl ?? null },
  { id: 'capturedOn', value: ({ capturedOn }) => capturedOn ?? null },
  { id: 'entries', value: ({ entries }) => entries },
  { id: 'meetings', value: ({ meetings }) => meetings },
  { id: 'exchangeYears', value: ({ exchangeYears }) => exchangeYears },
  { id: 'commissions', value: ({ commissions }) => commissions },
];

interface Props {
  params: Omit<SourceParams, 'cursor' | 'limit'>;
}

/** Downloads the whole list under the current choices, also the part that is not on screen yet. */
export function DownloadSources({ params }: Props) {
  const { t } = useI18n();
  const api = useApi();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const download = async (form: SpreadsheetForm) => {
    setState('busy');
    try {
      const sources = await walkPages((cursor) =>
        api.sources({ ...params, limit: MAX_LIMIT, ...(cursor !== null && { cursor }) }),
      );
      saveFile('sources.csv', 'text/csv;charset=utf-8', toCsv(SOURCE_COLUMNS, sources, form));
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <CsvButton
        label={t(state === 'busy' ? 'sources.preparing' : 'sources.downloadCsv')}
        isBusy={state === 'busy'}
        onSave={(form) => void download(form)}
      />
      <span role="status">{state === 'failed' && t('sources.downloadFailed')}</span>
    </>
  );
}
