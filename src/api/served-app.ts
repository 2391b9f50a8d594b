const LONGEST_WAIT_MS = 10_000;

/** Which entry script the app's own page names as it is served now; null where it cannot be had. */
export async function servedEntry(): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
    const response = await fetch(import.meta.env.BASE_URL, { cache: 'no-store', signal });
    if (!response.ok) return null;
    return /<script type="module"[^>]* src="([^"]+)"/.exec(await response.text())?.[1] ?? null;
  } catch {
    return null;
  }
}
