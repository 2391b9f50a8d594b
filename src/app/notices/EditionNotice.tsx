import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LateWords } from '#src/i18n/LateWords.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import type { Api } from '#src/api/client.ts';
import { ApiError } from '#src/api/errors.ts';
import { mechanismQuery } from '#src/api/queries.ts';
import styles from './AddressNotice.module.css';

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

/** While answers come, how long the data's version is taken for the same; milliseconds. */
const LOOK_AGAIN_MS = 60_000;
/** A cursor that is refused again so soon after everything was asked anew is refused for another reason. */
const ONCE_IN_MS = 10_000;

const isDeadCursor = (error: unknown): boolean =>
  error instanceof ApiError && error.problem?.parameter === 'cursor';

/** A page further on in a list: its cursor died with the edition, and the list itself asks for the one in its place. */
const isFurtherPage = ({ queryKey }: Query): boolean => {
  const [noun, params] = queryKey;
  return (
    noun === 'entryPage' && typeof params === 'object' && params !== null && 'cursor' in params
  );
};

/** Asks for everything on screen again, from the first page of each list on, and forgets what is not on screen. */
async function askAnew(queryClient: QueryClient): Promise<void> {
  const cache = queryClient.getQueryCache();
  const isOther = ({ queryKey }: Query) => queryKey[0] !== 'mechanism';
  for (const query of cache.findAll({ type: 'inactive', fetchStatus: 'idle', predicate: isOther }))
    cache.remove(query);
  await queryClient.invalidateQueries({ refetchType: 'none', predicate: isOther });
  const shown = cache.findAll({ type: 'active', predicate: isOther });
  await Promise.allSettled(
    shown
      .filter((query) => !query.isDisabled() && !isFurtherPage(query))
      .map((query) => query.fetch(undefined, { cancelRefetch: true })),
  );
}

/**
 * Notices that the backend has another edition: by the version of its data, which is looked at while answers come, and
 * by a cursor that it refuses. Then everything is asked for anew, since answers of two editions do not go together.
 * @returns what ends the watch
 */
export function watchEditions(
  queryClient: QueryClient,
  api: Api,
  onNew: (mechanism: Mechanism) => void,
): () => void {
  const asked = mechanismQuery(api);
  const held = () => queryClient.getQueryData(asked.queryKey);
  let known = held()?.dataVersion;
  let renewedAt = Number.NEGATIVE_INFINITY;
  const look = (staleTime: number) =>
    queryClient.query({ ...asked, staleTime }).catch(() => undefined);
  const renew = () => {
    renewedAt = performance.now();
    void askAnew(queryClient);
  };
  const onDeadCursor = async () => {
    if (performance.now() - renewedAt < ONCE_IN_MS) return;
    const before = known;
    await look(0);
    if (known === before && performance.now() - renewedAt >= ONCE_IN_MS) renew();
  };
  const onAnswer = () => {
    const now = held();
    if (now === undefined) return;
    const isNew = known !== undefined && known !== now.dataVersion;
    known = now.dataVersion;
    if (!isNew) {
      void look(LOOK_AGAIN_MS);
      return;
    }
    renew();
    onNew(now);
  };
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return;
    // The cache also tells while it is being written to, when nothing else may be asked.
    if (event.action.type === 'success') queueMicrotask(onAnswer);
    if (event.action.type === 'error' && isDeadCursor(event.action.error)) void onDeadCursor();
  });
}
