import {
  Component,
  createContext,
  startTransition,
  use,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { Router, useRoutes, type Location, type Navigator } from 'react-router';

import { GoContext } from '#src/address/use-address.ts';
import { hrefOf } from '#src/ui/LinksContext.tsx';
import { RouteFailure } from './failure/RouteFailure.tsx';
import type { AppRouter, RouterState } from './router.ts';

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

interface Props {
  router: AppRouter;
  children: ReactNode;
}

/** Draws what it holds by the router's address, each time in steps between which the page answers to the reader. */
export function Routed({ router, children }: Props) {
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
