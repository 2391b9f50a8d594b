import * as v from 'valibot';

const MockConfig = v.object({
  mode: v.literal('mock'),
  /**
   * Where the mock answers: in the page, or in a service worker, so that developer tools list the requests. What is built
   * answers in the page unless told otherwise; `npm run dev` in the worker.
   */
  transport: v.optional(v.picklist(['page', 'worker']), () =>
    import.meta.env.MODE === 'development' ? 'worker' : 'page',
  ),
});
const RemoteConfig = v.object({
  mode: v.literal('remote'),
  baseUrl: v.string(),
  /** True where requests are to carry what the reader is signed in with, also to another site. */
  credentials: v.optional(v.boolean()),
  /** Where readers sign in; `{address}` in it stands for the address that they come back to. */
  signIn: v.optional(v.string()),
});
/** A record in files, from which the app answers itself; `url` is their folder or one file, relative to this file or absolute. */
const FilesConfig = v.object({
  mode: v.literal('files'),
  url: v.string(),
  /** What the record answers to the first questions of these views, so that their facts need not wait for it. */
  firstAnswers: v.optional(v.object({ folder: v.string(), views: v.array(v.string()) })),
});
const Config = v.object({
  api: v.variant('mode', [MockConfig, RemoteConfig, FilesConfig]),
  /** False withdraws from readers' browsers what lets the app open without a network. */
  offline: v.optional(v.boolean()),
  /** Where readers report errors of the record: a mail address as `mailto:`, or a web page as `https:`. */
  corrections: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^(mailto:[^\s@?]+@[^\s@?]+|https:\/\/[^\s/#]+[^\s#]*)$/,
        'Neither mailto: nor https:',
      ),
    ),
  ),
});

export type BackendConfig = { offline: boolean | undefined; corrections: string | undefined } & (
  | v.InferOutput<typeof MockConfig>
  /** Both addresses are absolute here, and `baseUrl` has no trailing slash, whatever the file says. */
  | v.InferOutput<typeof RemoteConfig>
  /** `folder` is absolute here and ends with a slash, and so does `url` where it is no address of one file. */
  | v.InferOutput<typeof FilesConfig>
);

export type ConfigFault =
  | 'unreachable'
  | 'timeout'
  | 'cut'
  | 'missing'
  | 'not-json'
  | 'malformed'
  | 'bad-address'
  | 'query'
  | 'credentials'
  | 'mixed-content';

/** Why the configuration cannot be used; `detail` is technical (a status, a path in the file, an address). */
export class ConfigError extends Error {
  readonly fault: ConfigFault;
  readonly address: string;
  readonly detail: string;

  constructor(fault: ConfigFault, address: string, detail: string) {
    super(`${fault}: ${detail}`);
    this.name = 'ConfigError';
    this.fault = fault;
    this.address = address;
    this.detail = detail;
  }
}

/** An address that the file names, as a whole one that a browser may go to. */
function parseAddress(given: string, address: string): URL {
  const url = URL.parse(given, address);
  if (given === '' || url === null || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError('bad-address', address, given);
  }
  if (url.username !== '' || url.password !== '') {
    // Without them, since whoever sees the message need not know them.
    throw new ConfigError('credentials', address, `${url.origin}${url.pathname}`);
  }
  return url;
}

/** The absolute address that the file names, without query and closing slash; refused where nothing can be read from it. */
function toAddress(given: string, address: string): string {
  const url = parseAddress(given, address);
  const isLoopback = /^(localhost|127\.|\[::1\])/.test(url.hostname);
  if (new URL(address).protocol === 'https:' && url.protocol === 'http:' && !isLoopback) {
    throw new ConfigError('mixed-content', address, given);
  }
  return url.href.replace(/[?#].*$/, '').replace(/\/+$/, '');
}

/** Where the contract's paths begin: what stands behind them cannot stand before, and to leave out a key would only be refused later. */
function toBase(given: string, address: string): string {
  const { search, hash } = parseAddress(given, address);
  const base = toAddress(given, address);
  // Without it: a key is nothing to show.
  if (search !== '' || hash !== '') throw new ConfigError('query', address, base);
  return base;
}

/** Where a record lies: one file by its name, or by what a query asks for, as services give out tables; else a folder. */
function toRecord(given: string, address: string): string {
  const { pathname, search } = parseAddress(given, address);
  const place = toAddress(given, address);
  if (/\.(zip|xlsx)$/i.test(place)) return place + search;
  return search === '' || pathname.endsWith('/') ? `${place}/` : place + search;
}

/** Stands for `{address}` where an address is read, which would encode the braces. */
const COME_BACK = 'come-back-to-this-address';

function toSignIn(given: string, address: string): string {
  const { href } = parseAddress(given.replaceAll('{address}', COME_BACK), address);
  return href.replaceAll(COME_BACK, '{address}');
}

function toBackend(
  { offline, corrections, api }: v.InferOutput<typeof Config>,
  address: string,
): BackendConfig {
  const shared = { offline, corrections };
  if (api.mode === 'mock') return { ...api, ...shared };
  if (api.mode === 'files') {
    const { firstAnswers: first } = api;
    const firstAnswers = first && { ...first, folder: `${toAddress(first.folder, address)}/` };
    return { ...shared, mode: 'files', url: toRecord(api.url, address), firstAnswers };
  }
  const signIn = api.signIn === undefined ? undefined : toSignIn(api.signIn, address);
  return { ...api, ...shared, baseUrl: toBase(api.baseUrl, address), ...(signIn && { signIn }) };
}

/** Where the app's own configuration lies. */
export const configAddress = (): string =>
  new URL(`${import.meta.env.BASE_URL}config.json`, window.location.origin).href;

/** The configuration is a few bytes: what has not come by then is not on its way. */
const LONGEST_WAIT_MS = 15_000;

/** The file's text, in time and whole. */
async function textOf(address: string): Promise<string> {
  const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
  const failed = (fault: ConfigFault) => (cause: unknown) => {
    const isLate = signal.aborted;
    const detail = isLate ? `No whole answer in ${LONGEST_WAIT_MS / 1000} s` : String(cause);
    throw new ConfigError(isLate ? 'timeout' : fault, address, detail);
  };
  const headers = { accept: 'application/json' };
  const response = await fetch(address, { headers, signal }).catch(failed('unreachable'));
  if (!response.ok) throw new ConfigError('missing', address, `HTTP ${response.status}`);
  return response.text().catch(failed('cut'));
}

/** Reads `config.json` beside the app; throws {@link ConfigError} with a reason that a person can act on. */
export async function loadConfig(address: string): Promise<BackendConfig> {
  const text = await textOf(address);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    // Hosts of single-page apps answer a missing file with the app's own page.
    if (/^\s*</.test(text)) throw new ConfigError('missing', address, 'text/html');
    throw new ConfigError('not-json', address, String(cause));
  }
  const parsed = v.safeParse(Config, body);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw new ConfigError('malformed', address, `${v.getDotPath(issue) ?? '.'}: ${issue.message}`);
  }
  return toBackend(parsed.output, address);
}
