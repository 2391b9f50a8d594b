const KEY = 'scroll-heights';
/** Browsers remember no more than 50 or 100 pages of a tab: what was kept of older ones nobody can go back to. */
const MOST = 200;

/** How far each page of this tab's history was scrolled, in CSS pixels, by the key of its entry; the oldest first. */
let heights = new Map<string, number>();

/** Of this tab before it was loaded anew. */
export function readHeights(): void {
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
export const rememberedHeight = (key: string): number | null => heights.get(key) ?? null;
