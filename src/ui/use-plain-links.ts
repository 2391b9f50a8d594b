import { useCallback, type MouseEvent } from 'react';
import { createPath, useHref, useLocation, useNavigate, type To } from 'react-router';

/** Marks a link that changes what stands beside it: the page stays scrolled to where it is. */
export const KEEPS_PLACE = { 'data-keeps-place': '' };

export interface PlainLinks {
  /** The address of a link's aim; an aim without a path stays on the present one. */
  hrefOf: (to: To) => string;
  /** What a click on a link does, or on anything that holds links. */
  follow: (event: MouseEvent) => void;
}

/**
 * Plain links that lead through the router, for drawings and lists with so many that the router's own component for each
 * is felt in every frame. The browser keeps its own way with modified clicks.
 */
export function usePlainLinks(): PlainLinks {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const top = useHref('/').replace(/\/$/, '');
  const hrefOf = useCallback(
    (to: To) =>
      top +
      (typeof to === 'string' ? to : createPath({ ...to, pathname: to.pathname ?? pathname })),
    [top, pathname],
  );
  const follow = useCallback(
    (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (link === null || event.defaultPrevented || event.button !== 0 || isModified) return;
      event.preventDefault();
      const href = link.getAttribute('href') ?? '';
      const { location } = globalThis;
      void navigate(href.slice(top.length), {
        preventScrollReset: link.hasAttribute('data-keeps-place'),
        // A link to where one is already adds no step to go back.
        replace: href === location.pathname + location.search + location.hash,
      });
    },
    [navigate, top],
  );
  return { hrefOf, follow };
}
