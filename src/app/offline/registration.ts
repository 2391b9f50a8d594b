import { workerScript } from '#src/lib/trusted.ts';
import { removeLeftoverWorkers, removeWorkers } from '../leftover-workers.ts';
import { WORKER_FILE, type ToWorker } from './messages.ts';
import { answerStores, deleteStores, fileStores } from './stores.ts';

const FOLDER = import.meta.env.BASE_URL;
/** A tab that stays open looks so often, when it is looked at, whether the host has another build. */
const LOOK_AGAIN_MS = 3_600_000;

/** The name of the build that this page is of; `vite/offline-worker.ts` writes it. */
export const ownBuild = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="communique-build"]')?.content ?? '';

const tell = (worker: ServiceWorker, message: ToWorker) => worker.postMessage(message, []);

function buildOf(worker: ServiceWorker): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data));
    port1.start();
    worker.postMessage({ ask: 'build' } satisfies ToWorker, [port2]);
  });
}

/** What the page had fetched before there was a worker to keep it, and what was fetched for it elsewhere. */
const fetchedFiles = (elsewhere: readonly string[]) =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .concat(elsewhere)
    .filter((name) => name.startsWith(window.location.origin));

function lookAgain(registration: ServiceWorkerRegistration, signal: AbortSignal): void {
  let lookedAt = performance.now();
  const look = () => {
    if (document.visibilityState !== 'visible' || performance.now() - lookedAt < LOOK_AGAIN_MS)
      return;
    lookedAt = performance.now();
    registration.update().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', look, { signal });
  const timer = setInterval(look, LOOK_AGAIN_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

interface Options {
  onNewer: (waiting: ServiceWorker) => void;
  signal: AbortSignal;
  /** What has been fetched outside of the page, in its stead. */
  fetched?: (() => Promise<readonly string[]>) | undefined;
}

/**
 * Has the worker keep the app, and calls `onNewer` with one that waits with another build than this page's. A worker with
 * the page's own build may take over without a question, as long as no other page is open: nothing changes by it.
 */
async function register({ onNewer, signal, fetched }: Options) {
  await removeLeftoverWorkers();
  const registration = await navigator.serviceWorker.register(workerScript(WORKER_FILE), {
    scope: FOLDER,
    updateViaCache: 'none',
  });
  const weigh = async () => {
    const { active, waiting } = registration;
    if (active === null || waiting === null) return;
    const isSame = (await buildOf(waiting)) === ownBuild();
    if (signal.aborted) return;
    if (isSame) tell(waiting, { takeOver: 'if-alone' });
    else onNewer(waiting);
  };
  const onFound = () => {
    const { installing } = registration;
    installing?.addEventListener(
      'statechange',
      () => installing.state === 'installed' && void weigh(),
      { signal },
    );
  };
  registration.addEventListener('updatefound', onFound, { signal });
  onFound();
  await weigh();
  lookAgain(registration, signal);
  const { active, waiting, installing } = registration;
  // Behind one of the mock's that has just been removed, this one may still be waiting.
  const own = [active, waiting, installing].find((worker) =>
    worker?.scriptURL.endsWith(`/${WORKER_FILE}`),
  );
  if (!own) return;
  const elsewhere = (await fetched?.().catch(() => [])) ?? [];
  tell(own, { keep: fetchedFiles(elsewhere) });
}

/**
 * Lets the app open without a network from now on. Where the browser has no service workers, or refuses them or their
 * storage, nothing is said: the app works as it does without.
 * @returns whether there is a worker
 */
export async function startWorker(options: Options): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await register(options);
    return true;
  } catch (error) {
    console.info('Communiqué cannot be kept for use without a network here:', error);
    return false;
  }
}

/** True where this page came by the worker, or has been taken over by it. */
export const isWorking = (): boolean =>
  'serviceWorker' in navigator &&
  navigator.serviceWorker.controller?.scriptURL.endsWith(`/${WORKER_FILE}`) === true;

/** Takes the worker and all that it has kept out of the reader's browser. */
export async function withdraw(): Promise<void> {
  await removeWorkers((script) => script === WORKER_FILE);
  try {
    await Promise.all(
      [fileStores(FOLDER), answerStores(FOLDER)].map((start) => deleteStores(start)),
    );
  } catch {
    // Without storage nothing was kept.
  }
}

/** Goes on with the build of a waiting worker, at the same address. */
export function takeOver(waiting: ServiceWorker): void {
  const reload = () => window.location.reload();
  if (waiting.state !== 'installed') {
    // It was taken over in another tab, or a still newer one came.
    reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  tell(waiting, { takeOver: 'asked' });
}
