import { useQueryClient } from '@tanstack/react-query';
import {
  type ComponentType,
  lazy,
  Suspense,
  useEffect,
  useState,
  useSyncExternalStore,
  useEffectEvent,
  useLayoutEffect,
  type ReactNode,
} from 'react';
import { useLocation } from 'react-router';

import { useBackend } from '#src/api/BackendContext.ts';
import { readShared } from '#src/address/shared-parameters.ts';
import { useAsOf, useIsBehind, useReception, useValue, useGo } from '#src/address/use-address.ts';
import { useRecord, RecordContext, useRecordLists } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isCodeAwaited, watchAwaitedCode } from '#src/lib/network.ts';
import { FailureNotice } from '#src/ui/waiting/FailureNotice.tsx';
import { latePart } from '#src/ui/waiting/late-part.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { AddressProvider } from '#src/address/AddressProvider.tsx';
import { PeekProvider } from '#src/record/evidence/PeekProvider.tsx';
import { LinksProvider } from '#src/ui/LinksContext.tsx';
import { shownAddress } from '#src/ui/shown-address.ts';
import { Header } from './header/Header.tsx';
import { Places, useAreAtThumb } from './header/Places.tsx';
import styles from './RootLayout.module.css';
import { RoutedPage, useRouterState } from './Routed.tsx';
import { usePlace, idOf } from './use-place.ts';
import { rememberHeight, writeHeights } from './router.ts';

const PAGE_HEIGHT = 640;

// Each by itself: the build draws what follows an `import()` into it, where the failure of a style sheet is not heard.
const loadEditionNotice = () => import('./notices/EditionNotice.tsx');
const loadOfflineParts = () => import('./offline/OfflineParts.tsx');

/** Where it cannot be had, data that change go unnoticed, as before; nothing else depends on it. */
const EditionNotice = lazy<ComponentType>(() =>
  loadEditionNotice().then(
    (loaded) => ({ default: loaded.EditionNotice }),
    () => ({ default: () => null }),
  ),
);

/** Says why the next page does not come while the present one stands. */
function AwaitedCode() {
  const { t } = useI18n();
  const isAwaited = useSyncExternalStore(watchAwaitedCode, isCodeAwaited);
  return (
    <div role="status">
      {isAwaited && (
        <Notice tone="warn" title={t('errors.title-offline')}>
          {t('errors.offlineCode')}
        </Notice>
      )}
    </div>
  );
}

/** Since the opening page has waited before the frame was drawn, it is a few seconds in all. */
const LONG_MS = 1500;
const FileNotice = latePart(async () => (await import('./notices/FileNotice.tsx')).FileNotice);
/** One line, as a rule: of the day that was chosen. */
const NOTICE_HEIGHT = 24;
const AddressNotice = latePart(
  async () => (await import('./notices/AddressNotice.tsx')).AddressNotice,
  <Skeleton height={NOTICE_HEIGHT} />,
);

/** So long after the first drawing, nothing that it waits for is on its way any more. */
const LATER_MS = 1000;

/** Fetched when the facts are there; without it the app works as it does with a network. */
function LateOfflineParts() {
  const [OfflineParts, setOfflineParts] = useState<ComponentType | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      loadOfflineParts().then(
        (loaded) => setOfflineParts(() => loaded.OfflineParts),
        () => undefined,
      );
    }, LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (OfflineParts === null) return null;
  return (
    <PanelBoundary>
      <Suspense fallback={null}>
        <OfflineParts />
      </Suspense>
    </PanelBoundary>
  );
}

/** The shape of a page whose lists are still to come; after a few seconds in words too. */
function Waiting() {
  const { t } = useI18n();
  const { mode, address } = useBackend();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <p role="status">
        {isLong &&
          (mode === 'remote' ? t('app.waitingBackend', { address }) : t('app.waitingRecord'))}
      </p>
      <Skeleton height={PAGE_HEIGHT} />
    </>
  );
}

function Page() {
  const { mechanism, failure } = useRecord();
  const { isPending, refused } = useReception();
  const { isAsOfChosen } = useAsOf();
  const queryClient = useQueryClient();
  const i18n = useI18n();
  const { isUnderWay } = useRouterState();
  const isBehind = useIsBehind();
  const { mode, refusedScenario } = useBackend();
  const isRefused = !isPending && (refused.length > 0 || refusedScenario !== null);
  const madeOn = useValue('data');
  const otherData = madeOn === mechanism.dataVersion ? null : madeOn;
  const hasNotice = isAsOfChosen || isRefused || otherData !== null;
  // Also for the address at the foot, which the location's parts make.
  const { search } = useLocation();
  return (
    <>
      <div className={styles.notices}>
        {mode === 'remote' && (
          <Suspense fallback={null}>
            <EditionNotice />
          </Suspense>
        )}
        <LateOfflineParts />
        {hasNotice && <AddressNotice otherData={otherData} />}
        {readShared('file', search) !== null && <FileNotice />}
        <AwaitedCode />
      </div>
      <main id="content" tabIndex={-1} className={styles.main} aria-busy={isBehind || isUnderWay}>
        {failure !== null && (
          <FailureNotice error={failure} onRetry={() => void queryClient.refetchQueries()} />
        )}
        {isPending ? <Waiting /> : <RoutedPage />}
      </main>
      <footer className={`${styles.footer} tiny quiet`}>
        <p className={styles.permalink} translate="no">
          {i18n.t('app.permalink', { address: shownAddress().href })}
        </p>
        <p>{i18n.name(mechanism.name)}</p>
        <p>
          {i18n.t('app.footer', {
            version: mechanism.dataVersion,
            date: i18n.date(mechanism.dataDate),
          })}
        </p>
      </footer>
    </>
  );
}

function PlacesAtThumb() {
  return useAreAtThumb() && <Places />;
}

/** Made once, so that a change of the address draws only what reads the address. */
const CONTENT = (
  <PageContexts>
    <Header />
    <Page />
    <PlacesAtThumb />
  </PageContexts>
);

export function RootLayout() {
  const { t } = useI18n();
  useScrollPositions();
  usePlace();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('app.skipLink')}
      </a>
      <Suspense fallback={<Skeleton height={PAGE_HEIGHT} />}>{CONTENT}</Suspense>
    </div>
  );
}

/** Goes where a page is to be seen: where the reader was on it, the part that its address names, or its top. */
function useScrollPositions(): void {
  const { visit, isUnderWay } = useRouterState();
  const { location, height, keepsPlace } = visit;
  const leave = useEffectEvent(() => {
    if (!isUnderWay) rememberHeight(location.key);
    writeHeights();
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    history.scrollRestoration = 'manual';
    const onHide = () => {
      leave();
      history.scrollRestoration = 'auto';
    };
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) history.scrollRestoration = 'manual';
    };
    window.addEventListener('pagehide', onHide, { signal });
    window.addEventListener('pageshow', onShow, { signal });
    return () => {
      listening.abort();
      history.scrollRestoration = 'auto';
    };
  }, []);
  useLayoutEffect(() => {
    if (height !== null) {
      window.scrollTo(0, height);
      return;
    }
    const part = location.hash === '' ? null : document.getElementById(idOf(location.hash));
    if (part !== null) part.scrollIntoView();
    else if (!keepsPlace) window.scrollTo(0, 0);
  }, [location, height, keepsPlace]);
}

function Record({ children }: { children: ReactNode }) {
  return <RecordContext value={useRecordLists()}>{children}</RecordContext>;
}

/** Links that lead through the door of the address. */
function Doors({ children }: { children: ReactNode }) {
  return <LinksProvider go={useGo()}>{children}</LinksProvider>;
}

/** What every part of a page reads from around it. Suspends until the mechanism and its fields are there. */
export function PageContexts({ children }: { children: ReactNode }) {
  return (
    <Record>
      <AddressProvider>
        <Doors>
          <PeekProvider>{children}</PeekProvider>
        </Doors>
      </AddressProvider>
    </Record>
  );
}
