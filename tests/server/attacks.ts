import { createRandom, type Random } from '#src/lib/random.ts';

/** One hostile request: over a kept connection, or as raw bytes over one of its own. */
export type Attack =
  | { kind: 'request'; method: string; path: string; headers: Record<string, string> }
  | { kind: 'bytes'; bytes: Buffer };

const PATHS = [
  '/mechanism',
  '/fields',
  '/fields/summary',
  '/entries',
  '/meetings',
  '/meetings/{}',
  '/exchange-years',
  '/exchange-years/{}',
  '/commissions',
  '/people',
  '/search',
  '/calendar',
  '/calendar.ics',
  '/sources',
  '/sources/{}',
];
const NAMES =
  'field group party kind meeting status exchangeYear source from to q sort limit cursor by host place person format language lang __proto__ constructor field[] field[$ne] ;q q%00'.split(
    ' ',
  );
const QUOTES = [
  "'",
  '"',
  '`',
  '\\',
  "\\'",
  "''",
  '$$',
  '%27',
  'ʼ',
  '＇',
  '%c0%a7',
  '\0',
  ')',
  '}}',
];
const STATEMENTS = [
  ' OR 1=1--',
  ' OR 1=1/*',
  ' UNION SELECT namespace, data_version FROM communique.edition--',
  '; DROP TABLE communique.edition; --',
  '; SELECT pg_sleep(9)--',
  ' AND (SELECT pg_read_file($1)) IS NULL--',
  '|| current_user ||',
  "E'\\x27'::bytea",
  '{0,1}::int[]',
  '$1::text[]',
  ' LIMIT 0 OFFSET 1',
  '%) OR folded LIKE (%',
];
const OTHER_VALUES = [
  '1e309',
  '-0',
  '0x10',
  '99999999999999999999',
  'NaN',
  'Infinity',
  '١٢',
  '1,2',
  ' 5',
  '5 ',
  '0000',
  '9999-12-31',
  '2023-02-29',
  '+2023',
  '2022/2023',
  '../2023',
  '2023-1-1',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${jndi:ldap://x}',
  '$(id)',
  '%s%n',
  '../../etc/passwd',
  '\r\nset-cookie: a=b',
  '\n{"level":"error"}',
  '\u2028forged',
  '\u0085',
  '\u202e',
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'true',
  '[]',
  'energy',
  '28',
  'china',
  'joint',
  'agreement',
  '-text',
  'kind',
  'en',
  'a',
  '%',
  '_',
  '*',
];

const repeat = (text: string, random: Random) =>
  text.repeat(random.pick([200, 201, 1000, 9000].map((length) => Math.ceil(length / text.length))));

function pickValue(random: Random, good: readonly string[]): string {
  const share = random.next();
  if (share < 0.45)
    return `${random.pick(OTHER_VALUES)}${random.pick(QUOTES)}${random.pick(STATEMENTS)}`;
  if (share < 0.55) return `${random.pick(good)}${random.pick(QUOTES)}`;
  if (share < 0.6) return repeat(random.pick([...OTHER_VALUES, ...QUOTES]), random);
  return random.pick(share < 0.8 ? good : OTHER_VALUES);
}

/** Percent signs that are meant as such stay: some are broken on purpose. */
const encode = (value: string) =>
  encodeURIComponent(value.toWellFormed()).replaceAll(/%25(?=[\da-f]{2})/gi, '%');

function toPath(random: Random, good: readonly string[]): string {
  const path = random.pick(PATHS).replace('{}', () => encode(pickValue(random, good)));
  const count = Math.floor(random.next() * 4);
  const pairs = Array.from(
    { length: random.next() < 0.01 ? 250 : count },
    () =>
      `${encode(random.pick(NAMES)).replaceAll('%2500', '%00')}=${encode(pickValue(random, good))}`,
  );
  const query = pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  if (random.next() < 0.06) {
    const twist = random.pick([
      '/..%2f..',
      '/%2e%2e/%2e%2e',
      '//',
      '/./',
      '/%00',
      '/;x=1',
      '\\..\\',
    ]);
    return `/api/v1${path}${twist}${query}`;
  }
  return `/api/v1${path}${query}`;
}

const OUTSIDE = [
  '/..%2f..%2fetc/passwd',
  '/%2e%2e/secret.txt',
  '/....//secret.txt',
  '/.%00./secret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/_headers',
  '/healthz/../secret.txt',
  '//evil.example/%2e%2e',
  '/api/v2/entries',
  '/API/V1/entries',
  '/metrics?x=%0a',
  '/openapi.yaml/..',
];

function toHeaders(random: Random): Record<string, string> {
  const all: Record<string, string>[] = [
    {},
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-for': "' OR 1=1--" },
    { 'x-original-url': '/metrics', 'x-rewrite-url': '/readyz' },
    { 'x-http-method-override': 'DELETE' },
    { 'x-request-id': '","level":"forged' },
    { 'if-none-match': `"${'x'.repeat(4000)}"` },
    { 'if-none-match': 'W/"\u00e9", *, "' },
    { 'accept-encoding': 'gzip;q=0, br;q=banana, *' },
    { accept: 'text/html;q=9' },
    { range: 'bytes=0-0' },
    { origin: 'null' },
    { cookie: `a=${'b'.repeat(8000)}` },
    { authorization: 'Basic Og==' },
    { expect: 'banana' },
    { upgrade: 'websocket', connection: 'upgrade' },
    { 'content-type': 'application/json', 'content-length': '0' },
  ];
  return random.pick(all);
}

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'HEAD', 'PROPFIND'];

function toBytes(random: Random, path: string): Buffer {
  const end = 'host: a\r\nconnection: close\r\n\r\n';
  const forms = [
    `GET ${path} HTTP/1.1\r\nhost: a\r\nbad header\r\n\r\n`,
    `GET http://evil.example${path} HTTP/1.1\r\n${end}`,
    `GET *${path} HTTP/1.1\r\n${end}`,
    `GET /api/v1/entries?q='\u00e9\u2028 HTTP/1.1\r\n${end}`,
    `GET /api/v1/entries?q=${'a'.repeat(70_000)} HTTP/1.1\r\n${end}`,
    `GET ${path} HTTP/1.1\r\nx: ${'y'.repeat(70_000)}\r\n${end}`,
    `GET ${path} HTTP/9.9\r\n${end}`,
    `GET ${path} HTTP/1.0\r\n\r\n`,
    `get ${path} HTTP/1.1\r\n${end}`,
    `POST ${path} HTTP/1.1\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n${end}0\r\n\r\nGET /metrics HTTP/1.1\r\n${end}`,
    `GET ${path} HTTP/1.1\r\ncontent-length: -1\r\n${end}`,
    `GET ${path} HTTP/1.1\r\nhost: a\r\nhost: b\r\nconnection: close\r\n\r\n`,
    `GET ${path} HTTP/1.1\r\nx: \0\r\n${end}`,
    `\x16\x03\x01\x02\x00\x01\x00${path}\r\n\r\n`,
    `${path}\r\n\r\n`,
  ];
  return Buffer.from(random.pick(forms), 'utf8');
}

/** The same attacks for the same seed; `good` are values that the record has, so that some get an answer. */
export function* generateAttacks(
  seed: number,
  count: number,
  good: readonly string[],
): Generator<Attack> {
  const random = createRandom(seed);
  for (let number = 0; number < count; number += 1) {
    const share = random.next();
    const path = share < 0.04 ? random.pick(OUTSIDE) : toPath(random, good);
    if (share > 0.93) yield { kind: 'bytes', bytes: toBytes(random, path) };
    else
      yield {
        kind: 'request',
        method: random.next() < 0.06 ? random.pick(METHODS) : 'GET',
        path,
        headers: random.next() < 0.2 ? toHeaders(random) : {},
      };
  }
}
