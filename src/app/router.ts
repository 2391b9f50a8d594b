import type { ComponentType } from 'react';
import { matchRoutes, NavigationType, resolvePath, type Location } from 'react-router';

import type { Go } from '#src/address/use-address.ts';
import { loadWhenOnline } from '#src/lib/network.ts';
import { hrefOf, TOP } from '#src/ui/LinksContext.tsx';
import { holdAddress } from '#src/ui/shown-address.ts';

/** A page that is at hand, or the way to its code. */
export type Page = { Component: ComponentType } | { load: () => Promise<ComponentType> };

/** An address of the app with the page that shows it. */
export interface Visit {
  /** Below the path under which the app stands. */
  location: Location;
  action: NavigationType;
  pattern: string;
  /** What shows it; or why its code could not be had. */
  page: { Component: ComponentType } | { error: unknown };
  /** How far the reader had scrolled it, in CSS pixels, where they come back to it. */
  height: number | null;
  /** True where only what stands beside a choice is another: the page stays scrolled to where it is. */
  keepsPlace: boolean;
}

export interface RouterState {
  visit: Visit;
  /** True while the code of the next page is still to come. */
  isUnderWay: boolean;
}

export interface AppRouter {
  state: () => RouterState;
  /** Calls back when the state is another; gives how to stop that. */
  subscribe: (notify: () => void) => () => void;
  /** Goes to an address; settles when its page is the one to show, or another has taken its turn. */
  go: Go;
  dispose: () => void;
}

const newKey = () => crypto.getRandomValues(new Uint32Array(2)).join('-');

type Address = Pick<URL, 'pathname' | 'search' | 'hash'>;

/** A path in which a percent sign that encodes nothing stands for itself: the library would take none of its parts, and warn. */
function readable(path: string): string {
  try {
    // Used, since a minifier takes out a call whose value is not.
    return decodeURI(path) === '' ? '/' : path;
  } catch {
    return path.replaceAll('%', '%25');
  }
}

function toLocation({ pathname, search, hash }: Address, key: string): Location {
  // As the library has it: a path outside of the app's is none of its pages.
  const path = `${pathname}/`.startsWith(`${TOP}/`) ? pathname.slice(TOP.length) : pathname;
  return { pathname: readable(path || '/'), search, hash, state: null, key };
}

/**
 * Where the browser is. Every entry of its history has a key: where a page was scrolled to is remembered by that. What comes
 * from the address bar (a pasted address, another `#part`) has none and is given one, else it would open at the place of
 * another. A reload keeps its entry, and so its place. Where a step leads to the entry that is shown, its `#part` was
 * entered once more, and is gone to once more.
 */
function presentLocation(shown?: string): Location {
  const state = (window.history.state ?? {}) as { key?: string };
  const key = state.key === undefined || state.key === shown ? newKey() : state.key;
  if (state.key !== key) window.history.replaceState({ ...state, key }, '');
  return toLocation(window.location, key);
}

function enter({ key }: Location, href: string, isReplaced: boolean): void {
  try {
    window.history[isReplaced ? 'replaceState' : 'pushState']({ key }, '', href);
  } catch {
    // A browser takes only so many in so many seconds.
    window.location.assign(href);
  }
}

/** Finds the page of a path, by patterns, and gets its code once. */
function createFinder(pages: Readonly<Record<string, Page>>) {
  const routes = Object.keys(pages).map((path) => ({ path }));
  const loaded = new Map<string, { Component: ComponentType }>();
  let wanted = new AbortController();
  return {
    /** The page that was looked for last is wanted no more: what of it waits for a network does so no longer. */
    stop: () => {
      wanted.abort();
      wanted = new AbortController();
    },
    patternOf: (location: Location) => matchRoutes(routes, location)?.at(-1)?.route.path ?? '*',
    atHand: (pattern: string) => {
      const page = pages[pattern];
      return page !== undefined && 'Component' in page ? page : loaded.get(pattern);
    },
    load: async (pattern: string): Promise<Visit['page']> => {
      const page = pages[pattern];
      if (page === undefined || !('load' in page)) throw new Error(`No page goes by ${pattern}`);
      try {
        // Without a network it comes when there is one again.
        const Component = await loadWhenOnline(page.load, wanted.signal);
        loaded.set(pattern, { Component });
        return { Component };
      } catch (error) {
        return { error };
      }
    },
  };
}

/**
 * Follows the address: which page shows it, and the steps of the browser's history. The library's own router brings along
 * loaders, forms and answers of a server, 17 kB before the first facts; this app asks its backend in another way. The page
 * stands, and so does its address, until the next one has come. Settles when the first page has come.
 */
export async function openRouter(pages: Readonly<Record<string, Page>>): Promise<AppRouter> {
  const finder = createFinder(pages);
  const listeners = new Set<() => void>();
  const first = Promise.withResolvers<void>();
  let state: RouterState | null = null;
  let turns = 0;

  const set = (next: RouterState) => {
    state = next;
    const { location } = next.visit;
    holdAddress(next.isUnderWay ? window.location.origin + hrefOf(location) : null);
    for (const notify of listeners) notify();
  };

  const come = async (
    location: Location,
    how: Pick<Visit, 'action' | 'keepsPlace'>,
    step?: () => void,
  ) => {
    turns += 1;
    const turn = turns;
    finder.stop();
    if (state !== null) rememberHeight(state.visit.location.key);
    const pattern = finder.patternOf(location);
    let page: Visit['page'] | undefined = finder.atHand(pattern);
    if (page === undefined) {
      if (state !== null) set({ ...state, isUnderWay: true });
      page = await finder.load(pattern);
      if (turn !== turns) return;
    }
    step?.();
    const height = rememberedHeight(location.key);
    set({ visit: { location, ...how, pattern, page, height }, isUnderWay: false });
    first.resolve();
  };

  const follow = () => {
    const shown = state?.isUnderWay === false ? state.visit.location.key : undefined;
    void come(presentLocation(shown), { action: NavigationType.Pop, keepsPlace: false });
  };

  const go: Go = async (to, { replace = false, keepsPlace = false } = {}) => {
    const href = hrefOf(resolvePath(to, state?.visit.location.pathname));
    const location = toLocation(new URL(window.location.origin + href), newKey());
    const action = replace ? NavigationType.Replace : NavigationType.Push;
    await come(location, { action, keepsPlace }, () => enter(location, href, replace));
  };

  readHeights();
  window.addEventListener('popstate', follow);
  follow();
  await first.promise;
  return {
    state: () => {
      if (state === null) throw new Error('No page has come yet');
      return state;
    },
    subscribe: (notify) => {
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
    go,
    dispose: () => window.removeEventListener('popstate', follow),
  };
}

const KEY = 'scroll-heights';
/** Browsers remember no more than 50 or 100 pages of a tab: what was kept of older ones nobody can go back to. */
const MOST = 200;

/** How far each page of this tab's history was scrolled, in CSS pixels, by the key of its entry; the oldest first. */
let heights = new Map<string, number>();

/** Of this tab before it was loaded anew. */
function readHeights(): void {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    if (Array.isArray(kept)) heights = new Map(kept as [string, number][]);
  } catch {
    // Without storage a reload begins at the top.
  }
}

/** For when the tab is loaded anew. */
export function writeHeights(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...heights]));
  } catch {
    // As above.
  }
}

/** Notes how far the page of a key is scrolled in this moment. */
export function rememberHeight(key: string): void {
  heights.delete(key);
  heights.set(key, window.scrollY);
  const [oldest] = heights.keys();
  if (heights.size > MOST && oldest !== undefined) heights.delete(oldest);
}

/** Null for a page where the reader has not been. */
const rememberedHeight = (key: string): number | null => heights.get(key) ?? null;
