import { WORKER_FILE } from './offline/messages.ts';

/**
 * Removes this app's own service workers whose script (its file name) is not wanted. Own are those for exactly the app's
 * folder: what other apps have in folders below it is theirs. Where workers are not allowed there is nothing to remove.
 */
export async function removeWorkers(isUnwanted: (script: string) => boolean): Promise<void> {
  try {
    const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    const folder = new URL(import.meta.env.BASE_URL, window.location.origin).href;
    const own = registrations.filter(({ scope, active, waiting, installing }) => {
      const { scriptURL = '' } = active ?? waiting ?? installing ?? {};
      return scope === folder && isUnwanted(scriptURL.slice(scriptURL.lastIndexOf('/') + 1));
    });
    await Promise.all(own.map((registration) => registration.unregister()));
  } catch {
    // A sandboxed frame refuses even to ask.
  }
}

/** Removes what an earlier visit with the mock registered, so that no demonstration data can stand between the reader and a real backend. */
export const removeLeftoverWorkers = () => removeWorkers((script) => script !== WORKER_FILE);
