import { useLayoutEffect, useRef, useState } from 'react';

/**
 * The height that all rows of a list have, in CSS pixels: `least`, or more where a name needs more lines than one. `beside`
 * is what a row holds above or below its name. Rows are of one height, as the bars beside them are. `ids` says which rows
 * there are: only for others they are measured anew, or else every choice would have the page laid out twice.
 */
export function useRowHeight(ids: string, least: number, beside: number) {
  const list = useRef<HTMLOListElement>(null);
  const [tallest, setTallest] = useState(0);
  useLayoutEffect(() => {
    const rows = list.current;
    if (rows === null || ids === '') return undefined;
    const measure = () => {
      const names = [...rows.querySelectorAll<HTMLElement>('[data-name]')];
      setTallest(Math.max(0, ...names.map(({ offsetHeight }) => offsetHeight)));
    };
    measure();
    // A name is as high as its lines, whatever the height of its row.
    const sizes = new ResizeObserver(measure);
    for (const name of rows.querySelectorAll('[data-name]')) sizes.observe(name);
    return () => sizes.disconnect();
  }, [ids]);
  return { list, height: Math.max(least, tallest + beside) };
}
