import { useEffect, useRef, type ReactNode } from 'react';

/**
 * Holds a chart of recharts, kept from assistive technology: what it says stands beside it. The library's selectors keep
 * the element that they found last for as long as the page is open. An element that is no longer on the page keeps all
 * that it hangs together with, which is the whole view that it went with, thousands of rows too; so the chart is taken
 * out of what has gone.
 */
export function Plot({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    return () => {
      if (element?.isConnected === false) element.replaceChildren();
    };
  }, []);
  return (
    <div ref={box} aria-hidden="true">
      {children}
    </div>
  );
}
