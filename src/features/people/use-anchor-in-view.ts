import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the place that the address names, once what it names has come. */
export function useAnchorInView(isThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (isThere && hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [isThere, hash]);
}
