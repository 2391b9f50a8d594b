import { useEffect, useRef, useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { useBackend } from '#src/api/BackendContext.ts';
import type { Progress, Report } from '#src/lib/conformance/run-check.ts';

type State =
  | { phase: 'idle' }
  | { phase: 'running'; progress: Progress | null }
  | { phase: 'done'; report: Report }
  | { phase: 'broken'; error: unknown };

/** The short check of the contract as a reader runs it: started, stopped, and ended with the page. */
export function useContractCheck() {
  const api = useApi();
  const { address } = useBackend();
  const [state, setState] = useState<State>({ phase: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const stop = new AbortController();
    running.current = stop;
    setState({ phase: 'running', progress: null });
    try {
      const { runCheck } = await import('#src/lib/conformance/run-check.ts');
      const report = await runCheck({
        send: api.ask,
        isOtherSite: new URL(address).origin !== window.location.origin,
        signal: stop.signal,
        onProgress: (progress) => setState({ phase: 'running', progress }),
      });
      setState({ phase: 'done', report });
    } catch (error) {
      setState({ phase: 'broken', error });
    }
  };
  return { state, start, stop: () => running.current?.abort() };
}
