import { createContext, use, useMemo, type MouseEvent, type ReactNode } from 'react';
import { createPath, type To } from 'react-router';

import { shownAddress } from './shown-address.ts';

export interface Links {
  /** The address of a link's target. One without a path is of the present page, with the search that it names. */
  hrefOf: (to: To) => string;
  /** What a click on a link does, or on anything that holds links. */
  follow: (event: MouseEvent) => void;
}

/** Marks a link that changes what stands beside it: the page stays scrolled to where it is. */
export const KEEPS_PLACE = { 'data-keeps-place': '' };

/** The path under which the app stands, without a slash at its end. */
export const TOP = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a target, as {@link Links} has it. */
export function hrefOf(to: To): string {
  if (typeof to === 'string') return TOP + to;
  return to.pathname === undefined
    ? createPath({ ...to, pathname: shownAddress().pathname })
    : TOP + createPath(to);
}

/** Where in the app a link leads; null where it leads out of the app, to a file, or into another window. */
function urlWithin(link: Element): URL | null {
  // In a drawing, a link's properties are no texts.
  const href = link.getAttribute('href');
  const target = link.getAttribute('target') ?? '';
  const isElsewhere =
    !['', '_self'].includes(target.toLowerCase()) || link.hasAttribute('download');
  if (href === null || isElsewhere || !URL.canParse(href, document.baseURI)) return null;
  const url = new URL(href, document.baseURI);
  const isOurs = url.origin === window.location.origin && `${url.pathname}/`.startsWith(`${TOP}/`);
  return isOurs ? url : null;
}

interface Props {
  /** Goes where a link leads; `keepsPlace` leaves the page scrolled to where it is. */
  go: (to: To, options: { keepsPlace: boolean; replace: boolean }) => void;
  children: ReactNode;
}

const LinksContext = createContext<Links | null>(null);

/**
 * Lets links lead through the router without each of them following the address: a page has hundreds, and a choice that
 * changes the address would draw all of them anew. The browser keeps its own way with modified clicks, and with links that
 * do not lead to a view of the app.
 */
export function LinksProvider({ go, children }: Props) {
  const links = useMemo<Links>(
    () => ({
      hrefOf,
      follow: (event) => {
        const link = (event.target as Element).closest('a');
        const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
        if (link === null || event.defaultPrevented || event.button !== 0 || isModified) return;
        const url = urlWithin(link);
        if (url === null) return;
        event.preventDefault();
        const pathname = url.pathname.slice(TOP.length);
        go(
          { pathname, search: url.search, hash: url.hash },
          {
            keepsPlace: link.hasAttribute('data-keeps-place'),
            // A link to where one is already adds no step to go back.
            replace: url.href === window.location.href,
          },
        );
      },
    }),
    [go],
  );
  return <LinksContext value={links}>{children}</LinksContext>;
}

/** The links of the app; throws outside of the frame. */
export function useLinks(): Links {
  const links = use(LinksContext);
  if (links === null) throw new Error('useLinks needs the frame above it');
  return links;
}
