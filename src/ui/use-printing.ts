import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

import { useMedia } from './use-media.ts';

/** True while the page is on its way to paper; for what a reader can open on screen and paper has to say outright. */
export function usePrinting(): boolean {
  const isPaper = useMedia('print');
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    const listen = (type: 'beforeprint' | 'afterprint', value: boolean) =>
      // The browser lays the page out for paper as soon as the event is over.
      window.addEventListener(type, () => flushSync(() => setIsPrinting(value)), {
        signal: abort.signal,
      });
    listen('beforeprint', true);
    listen('afterprint', false);
    return () => abort.abort();
  }, []);
  return isPaper || isPrinting;
}
