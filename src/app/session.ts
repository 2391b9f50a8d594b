import type { QueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useState } from 'react';

import type { Backend } from '#src/api/BackendContext.ts';
import type { Api } from '#src/api/client.ts';
import { readShared } from '#src/address/shared-parameters.ts';
import { whenIdle } from '#src/api/when-idle.ts';
import { painted } from '#src/ui/painted.ts';
import type { AppRouter } from './router.ts';

/** A backend, the way to it, and what it has answered so far. */
export interface Session {
  backend: Backend;
  api: Api;
  queryClient: QueryClient;
  /** What answers in the page: has it load what it needs for any question but those that the first view asks. */
  prepare?: () => void;
  /** With the mock: a session under another of its scenarios, as the address names it; null for the record. */
  under?: (scenario: string | null) => Promise<Session>;
}

/**
 * The session that the address asks for: another scenario begins one of its own on the same page, an opened record on a new one.
 * `isChanging` while another is on its way, for two seconds at most: what is begun then would go with the page.
 */
export function useSession(
  first: Session,
  router: AppRouter,
): { session: Session; isChanging: boolean } {
  const [session, setSession] = useState(first);
  const [isChanging, setIsChanging] = useState(false);
  useEffect(() => {
    const addressed = () => router.state().visit.location.search;
    const file = readShared('file', addressed());
    let asked = readShared('demo', addressed());
    return router.subscribe(() => {
      const search = addressed();
      // Another record than the page was begun with: everything is another.
      if (readShared('file', search) !== file) {
        window.location.reload();
        return;
      }
      const scenario = readShared('demo', search);
      if (scenario === asked || first.under === undefined) return;
      asked = scenario;
      setIsChanging(true);
      const show = (next: Session) => {
        if (scenario === asked)
          startTransition(() => {
            setSession(next);
            setIsChanging(false);
          });
        // What was chosen meanwhile comes by itself; this one would go on asking behind the page.
        else next.queryClient.clear();
      };
      first.under(scenario).then(show, () => window.location.reload());
    });
  }, [first, router]);
  useEffect(() => {
    document.body.ariaBusy = isChanging ? 'true' : null;
  }, [isChanging]);
  // Nothing of the last one goes on behind the page.
  useEffect(() => () => session.queryClient.clear(), [session]);
  useEffect(() => {
    // Right after the facts and what they make the page ask for: who loses the network then can still choose.
    void painted().then(() => whenIdle(() => session.prepare?.()));
  }, [session]);
  return { session, isChanging };
}
