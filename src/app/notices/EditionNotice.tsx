import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LateWords } from '#src/i18n/LateWords.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import styles from './AddressNotice.module.css';
import { watchEditions } from './new-edition.ts';

function Line({ edition }: { edition: Mechanism }) {
  const { t, date } = useI18n();
  return t('about.newEdition', { version: edition.dataVersion, date: date(edition.dataDate) });
}

/** Keeps what is on screen of one edition of the data, and says in one line when it has become another. */
export function EditionNotice() {
  const queryClient = useQueryClient();
  const api = useApi();
  const [edition, setEdition] = useState<Mechanism | null>(null);
  useEffect(() => watchEditions(queryClient, api, setEdition), [queryClient, api]);
  return (
    <div role="status" className={edition === null ? undefined : styles.line}>
      {edition !== null && (
        <PanelBoundary>
          <Suspense fallback={null}>
            <LateWords>
              <Line edition={edition} />
            </LateWords>
          </Suspense>
        </PanelBoundary>
      )}
    </div>
  );
}
