import { servedEntry } from '#src/api/served-app.ts';

const KEY = 'communique-reloaded-for';
const lost = new WeakSet<object>();

/** True for the failure to fetch a part of the app itself: a script, or a style sheet that a script brings. */
export function isPartLost(error: unknown): boolean {
  return typeof error === 'object' && error !== null && lost.has(error);
}

/** Loads the page anew, which keeps the address and the place in it; a page that could not be had is not left for it. */
export async function reloadIfServed(): Promise<boolean> {
  if ((await servedEntry()) === null) return false;
  window.location.reload();
  return true;
}

/**
 * Where a newer app is served than the one in this tab, its parts have other names: one load brings them. Once for each
 * version, so that a page which is mended by no load does not load for ever; without storage that cannot be known.
 */
async function reloadIfOutdated(): Promise<void> {
  const served = await servedEntry();
  const own = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  if (served === null || served === own) return;
  try {
    if (sessionStorage.getItem(KEY) === served) return;
    sessionStorage.setItem(KEY, served);
  } catch {
    return;
  }
  window.location.reload();
}

/** Knows the failures to fetch a part apart from all others, and takes an outdated tab to the app that is served now. */
export function watchLostParts(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => {
    lost.add(payload);
    // A style sheet that failed would be taken for one that is there when its part is asked for again.
    const [, sheet] = /CSS for (\S+)/.exec(payload.message) ?? [];
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
      if (link.href === sheet) link.remove();
    void reloadIfOutdated();
  });
}
