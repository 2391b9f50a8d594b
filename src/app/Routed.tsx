import { useQueryClient } from '@tanstack/react-query';
import {
  Component,
  createContext,
  startTransition,
  use,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
  useEffect,
  useEffectEvent,
} from 'react';
import { Router, useRoutes, type Location, type Navigator } from 'react-router';

import { GoContext, useWriteAddress } from '#src/address/use-address.ts';
import { hrefOf } from '#src/ui/LinksContext.tsx';
import { useBackend, type Backend } from '#src/api/BackendContext.ts';
import { configAddress, loadConfig } from '#src/api/config.ts';
import { ApiError } from '#src/api/errors.ts';
import { DemoMenu } from '#src/features/demo/DemoMenu.tsx';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { failureWords } from '#src/ui/waiting/failure-words.ts';
import { SignIn } from '#src/ui/waiting/SignIn.tsx';
import { shownAddress } from '#src/ui/shown-address.ts';
import type { AppRouter, RouterState } from './router.ts';
import { FailurePage } from './failure/FailurePage.tsx';
import { lostQueries } from './failure/recovery.ts';

const RouterStateContext = createContext<RouterState | null>(null);

/** The visit that is drawn, and whether the next one is under way. */
export function useRouterState(): RouterState {
  const state = use(RouterStateContext);
  if (state === null) throw new Error('There is no router above');
  return state;
}

interface BoundaryProps {
  location: Location;
  children: ReactNode;
}
interface BoundaryState {
  location: Location;
  failure: { error: unknown } | null;
}

/** Says what is wrong in place of what could not be drawn, until the address is written anew. */
class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { location: this.props.location, failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ location }: BoundaryProps, before: BoundaryState) {
    return location === before.location ? null : { location, failure: null };
  }

  override render() {
    const { failure } = this.state;
    return failure === null ? this.props.children : <RouteFailure error={failure.error} />;
  }
}

/** The page of the address. */
export function RoutedPage() {
  const { page, pattern, location } = useRouterState().visit;
  const shown = 'error' in page ? <RouteFailure error={page.error} /> : <page.Component />;
  const element = useRoutes([{ path: pattern, element: shown }]);
  return <Boundary location={location}>{element}</Boundary>;
}

/** The router in the library's words, for hooks of its own that go somewhere. */
const navigatorOf = ({ go }: AppRouter): Navigator => ({
  createHref: hrefOf,
  go: (by) => window.history.go(by),
  push: (to) => void go(to),
  replace: (to) => void go(to, { replace: true }),
});

/** Draws what it holds by the router's address, each time in steps between which the page answers to the reader. */
export function Routed({ router, children }: { router: AppRouter; children: ReactNode }) {
  const [state, setState] = useState(router.state);
  useLayoutEffect(() => {
    const follow = () => startTransition(() => setState(router.state));
    follow();
    return router.subscribe(follow);
  }, [router]);
  const navigator = useMemo(() => navigatorOf(router), [router]);
  const { location, action } = state.visit;
  return (
    <Router location={location} navigationType={action} navigator={navigator}>
      <GoContext value={router.go}>
        <RouterStateContext value={state}>
          <Boundary location={location}>{children}</Boundary>
        </RouterStateContext>
      </GoContext>
    </Router>
  );
}

/** True where the configuration names another backend by now: then the app has to start anew. */
async function isOtherBackend({ mode, address }: Backend): Promise<boolean> {
  if (mode === 'opened') return false;
  const config = await loadConfig(configAddress()).catch(() => null);
  if (config === null) return false;
  return (
    config.mode !== mode ||
    (config.mode === 'remote' && config.baseUrl !== address) ||
    (config.mode === 'files' && config.url !== address)
  );
}

/** Shows the address anew: with what has come, or with what is wrong now. */
function useShowAnew() {
  const write = useWriteAddress();
  return () => write({}, { replace: true, isAnew: true });
}

/** Asks again for what failed when the reader says so, and shows what came; the app asks by itself as well. */
function useRetry(backend: Backend) {
  const queryClient = useQueryClient();
  const showAnew = useShowAnew();
  const [isTrying, setIsTrying] = useState(false);
  const onRecovery = useEffectEvent(() => void showAnew());
  useEffect(() => {
    if (lostQueries(queryClient).length === 0) return undefined;
    return queryClient.getQueryCache().subscribe(() => {
      // The cache also tells while a view is being rendered, when nothing may be changed.
      if (queryClient.isFetching() === 0 && lostQueries(queryClient).length === 0)
        queueMicrotask(() => onRecovery());
    });
  }, [queryClient]);
  const retry = async () => {
    setIsTrying(true);
    if (await isOtherBackend(backend)) {
      window.location.reload();
      return;
    }
    await queryClient.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
    setIsTrying(false);
    await showAnew();
  };
  return { isTrying, onRetry: () => void retry() };
}

/** The page in place of one that failed as a whole: without its backend, or by a fault of its own. */
function RouteFailure({ error }: { error: unknown }) {
  const i18n = useI18n();
  const backend = useBackend();
  const { t } = i18n;
  const words = failureWords(error, i18n);
  const retry = useRetry(backend);
  if (error instanceof ApiError) {
    const isAnswered = ['signed-out', 'denied'].includes(error.kind);
    return (
      <FailurePage
        translator={i18n}
        title={isAnswered ? words.title : t('errors.backendUnreachable')}
        address={backend.address}
        reason={`${isAnswered ? '' : `${words.title}. `}${words.advice}${error.isTransient ? ` ${t('errors.asksAgain')}` : ''}`}
        detail={words.detail}
        more={
          <>
            {error.kind === 'signed-out' && <SignIn />}
            {backend.mode === 'mock' && <DemoMenu />}
          </>
        }
        checks={[
          ...(isAnswered ? [] : [t('errors.checkBackend')]),
          ...(error.kind === 'network'
            ? [t('errors.checkPolicy', { address: new URL(backend.address).origin })]
            : []),
          ...(['contract', 'not-json'].includes(error.kind) ? [t('errors.checkVersion')] : []),
        ]}
        {...retry}
      />
    );
  }
  return (
    <FailurePage
      translator={i18n}
      title={words.title}
      address={shownAddress().href}
      reason={words.advice}
      detail={words.detail}
      checks={[]}
    />
  );
}
