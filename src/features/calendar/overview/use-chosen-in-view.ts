import { useEffect, useEffectEvent, useRef } from 'react';
import { NavigationType, useNavigationType } from 'react-router';

import { usePrefersReducedMotion } from '#src/ui/use-media.ts';

/**
 * Where a press chooses something that another part of the page tells of, brings the head of that part into view if it is
 * not: on a phone it lies a thousand pixels above. The focus stays where it is, and who chooses by key stays with it.
 */
export function useChosenInView(chosen: number | undefined, partId: string): void {
  const isPressed = useRef(false);
  const isBack = useNavigationType() === NavigationType.Pop;
  useEffect(() => {
    const note = ({ detail }: MouseEvent) => {
      isPressed.current = detail > 0;
    };
    document.addEventListener('click', note, true);
    return () => document.removeEventListener('click', note, true);
  }, []);
  const isCalm = usePrefersReducedMotion();
  const show = useEffectEvent(() => {
    const part = document.getElementById(partId);
    // On Back the page is where the reader was.
    if (part === null || !isPressed.current || isBack) return;
    const { top } = part.getBoundingClientRect();
    if (top >= 0 && top < window.innerHeight) return;
    part.scrollIntoView({ behavior: isCalm ? 'instant' : 'smooth' });
  });
  useEffect(() => {
    if (chosen !== undefined) show();
  }, [chosen]);
}
