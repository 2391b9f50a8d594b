import { useEffect, useState } from 'react';

/** What takes less than this is not seen to take time; to show it would only make the page flicker. */
const LATE_MS = 120;

/**
 * True once something has been on its way for longer than a moment. A transition with a delay would look the same, but
 * the browser sets up a layer for it at once, and again with every quick answer.
 */
export function useLate(isOnItsWay: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isOnItsWay) return undefined;
    const timer = setTimeout(() => setIsLate(true), LATE_MS);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isOnItsWay]);
  return isOnItsWay && isLate;
}
