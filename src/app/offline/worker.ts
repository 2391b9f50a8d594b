/**
 * The service worker of the built app: keeps the app's own files, so that it opens without a network. What a backend
 * answers does not pass here (see kept-answers.ts), nor does anything outside of the app's folder or of its files.
 * The build (vite/offline-worker.ts) makes it a script of its own and tells it what there is to keep.
 */
import { paths } from '#src/address/paths.ts';
import type { ToWorker } from './messages.ts';
import { deleteStores, fileStores, storesNamed } from './stores.ts';
import type { PageMessage, WorkerScope } from './worker-scope.ts';

/** Filled in by the build: its name, and the files of the app's code and of the mock, by their paths below the folder. */
declare const BUILT: { name: string; app: readonly string[]; mock: readonly string[] };
const BUILD = BUILT;

const scope = globalThis as unknown as WorkerScope;
const FOLDER = new URL('.', location.href);
const STORE = fileStores(FOLDER.pathname) + BUILD.name;

const addressOf = (file: string) => new URL(file, FOLDER).href;
const PAGE = addressOf('.');
const ASSETS = addressOf('assets/');
/** Read anew at each start, from the host if it can be had. */
const NAMED_FILES = new Set(['config.json', 'first-paint.js', 'favicon.svg'].map(addressOf));
/** A record in files beside the app, as `npm run publish` lays it out: from the host if it can be had, like the others. */
const RECORD = addressOf('record/');
/** The first part of every path of the app, which goes by no case: another app in a folder of the same host is left alone. */
const FIRST_PARTS = new Set([
  'index.html',
  ...Object.values(paths).map((path) => (path as (id: string) => string)('').split('/')[1]),
]);

function isAppPage(address: string): boolean {
  const [first] = address.slice(FOLDER.href.length).split(/[/?#]/);
  return address.startsWith(FOLDER.href) && FIRST_PARTS.has(first?.toLowerCase());
}

/** Whether an answer is the file that was asked for: some hosts give their own page in place of one that is missing. */
function isFile(response: Response): boolean {
  const type = response.headers.get('content-type') ?? '';
  return response.status === 200 && !response.redirected && !type.includes('text/html');
}

/** A file whose name changes with its content; whichever build it belongs to, since a page may be older than the worker. */
async function keptAsset(address: string): Promise<Response | undefined> {
  const others = await storesNamed(fileStores(FOLDER.pathname));
  for (const name of new Set([STORE, ...others])) {
    const kept = await (await caches.open(name)).match(address);
    if (kept !== undefined) return kept;
  }
  return undefined;
}

/** Gives an asset, and keeps it from then on. */
async function asset(address: string): Promise<Response> {
  const kept = await keptAsset(address);
  if (kept !== undefined) return kept;
  const response = await fetch(address);
  // Without this store, an asset is what it was without a worker.
  if (isFile(response)) await keep(address, response.clone()).catch(() => undefined);
  return response;
}

async function keep(address: string, response: Response): Promise<void> {
  await (await caches.open(STORE)).put(address, response);
}

/** So long the host is waited for where there is something kept; less as long as it is known not to answer in time. */
const PATIENCE_MS = 4000;
const LITTLE_PATIENCE_MS = 1000;
let isSlow = false;

/** What the host answers, whatever it is; what is kept only where it does not answer, or not in time. */
async function fromHost(request: Request, key: string): Promise<Response> {
  const kept = await (await caches.open(STORE)).match(key);
  if (kept === undefined) return fetch(request);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Response>((resolve) => {
    timer = setTimeout(
      () => {
        isSlow = true;
        resolve(kept);
      },
      isSlow ? LITTLE_PATIENCE_MS : PATIENCE_MS,
    );
  });
  const answered = fetch(request).then(
    (response) => {
      isSlow = false;
      return response;
    },
    () => kept,
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The configuration and the record may change between two builds: what was read last is kept. */
async function namedFile(request: Request): Promise<Response> {
  const { href } = new URL(request.url);
  const response = await fromHost(request, href);
  if ((href === addressOf('config.json') || href.startsWith(RECORD)) && isFile(response))
    await keep(href, response.clone()).catch(() => undefined);
  return response;
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { url } = request;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    if (isAppPage(url)) event.respondWith(fromHost(request, PAGE));
  } else if (NAMED_FILES.has(url) || url.startsWith(RECORD)) event.respondWith(namedFile(request));
  else if (url.startsWith(ASSETS) && !url.includes('?')) event.respondWith(asset(url));
});

/** The page of this build, free of redirections, which a browser would not follow from here. */
async function keepPage(): Promise<void> {
  const response = await fetch(PAGE, { cache: 'no-cache' });
  const text = await response.text();
  if (!text.includes(`content="${BUILD.name}"`))
    throw new Error(`The host serves another build than ${BUILD.name}`);
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  await keep(PAGE, new Response(text, { headers }));
}

async function keepNamedFile(address: string): Promise<void> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (isFile(response)) await keep(address, response);
}

async function keepAsset(address: string): Promise<void> {
  const store = await caches.open(STORE);
  if ((await store.match(address)) !== undefined) return;
  const response = (await keptAsset(address)) ?? (await fetch(address));
  if (!isFile(response)) throw new Error(`${address} could not be had`);
  await store.put(address, response);
}

/** A few at a time: the reader's own requests go first. */
async function keepAssets(addresses: readonly string[]): Promise<void> {
  const left = [...addresses];
  const keepNext = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await keepAsset(next);
  };
  await Promise.all([keepNext(), keepNext(), keepNext()]);
}

/** All or nothing: a build of which something is missing is not taken over, and is tried again later. */
async function keepBuild(): Promise<void> {
  await keepPage();
  await Promise.all([...NAMED_FILES].map(keepNamedFile));
  await keepAssets(BUILD.app.map(addressOf));
}

async function isAlone(): Promise<boolean> {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.length <= 1;
}

/** The files of other builds go when no page can need them any more. */
async function forgetOtherBuilds(): Promise<void> {
  if (await isAlone()) await deleteStores(fileStores(FOLDER.pathname), STORE);
}

scope.addEventListener('install', (event) => event.waitUntil(keepBuild()));
scope.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([scope.clients.claim(), forgetOtherBuilds()]));
});

async function keepUsed(addresses: readonly string[]): Promise<void> {
  const { waiting, installing } = scope.registration;
  if (waiting === null && installing === null) await forgetOtherBuilds();
  const own = addresses.filter((one) => one.startsWith(ASSETS) && !one.includes('?'));
  await Promise.all(addresses.filter((one) => one.startsWith(RECORD)).map(keepNamedFile));
  const mock = BUILD.mock.map(addressOf);
  // Where the mock answers, all of it has to be there for views that have not been opened yet.
  const isMockUsed = mock.some((address) => own.includes(address));
  await keepAssets(isMockUsed ? [...own, ...mock] : own);
}

async function hear({ data, ports }: PageMessage): Promise<void> {
  const said = data as ToWorker;
  if ('ask' in said) ports[0]?.postMessage(BUILD.name);
  else if ('keep' in said) await keepUsed(said.keep);
  else if (said.takeOver === 'asked' || (await isAlone())) await scope.skipWaiting();
}

scope.addEventListener('message', (event) => event.waitUntil(hear(event)));
