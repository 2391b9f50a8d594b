/**
 * Removes service workers that an earlier visit with the mock registered for this app, so that no demonstration data
 * can stand between the reader and a real backend. Where workers are not allowed there is nothing to remove.
 */
export async function removeLeftoverWorkers(): Promise<void> {
  try {
    const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    const scope = new URL(import.meta.env.BASE_URL, window.location.origin).href;
    const own = registrations.filter((registration) => registration.scope.startsWith(scope));
    await Promise.all(own.map((registration) => registration.unregister()));
  } catch {
    // A sandboxed frame refuses even to ask.
  }
}
