import * as fc from 'fast-check';

import { CHOICES, PARAMETERS } from '#src/address/parameters.ts';
import { FILTER_NAMES } from '#src/address/filters.ts';

/** Every parameter whose values the app can tell for itself from wrong ones; of a source it has to ask. */
export const KNOWN = [
  ...FILTER_NAMES.filter((name) => name !== 'q' && name !== 'source'),
  ...Object.keys(CHOICES),
  'asOf',
  'lang',
  'type',
  'zoom',
  'day',
  'host',
  'format',
  'chair',
  'turn',
];

/** All but those that choose another backend, for which the page is loaded anew. */
const WITHIN = Object.keys(PARAMETERS).filter((name) => name !== 'demo' && name !== 'file');

const nonsense = fc.oneof(
  fc.constantFrom(
    'nonsense',
    'banana',
    'yesterday',
    '2023-02-30',
    '-1',
    '1e9',
    '../..',
    '%',
    '%E0',
  ),
  fc.constantFrom('<script>alert(1)</script>', "' OR 1=1 --", '\u202Egnirts', '9'.repeat(400)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
);
const pathname = fc.oneof(
  fc.constantFrom('/', '/meetings', '/meetings/28', '/fields', '/fields/energy', '/calendar'),
  fc.constantFrom(
    '/calendar/2024',
    '/sources',
    '/people',
    '/people/li-qiang',
    '/about',
    '/compare',
    '/sources/seed-28',
  ),
  fc
    .tuple(
      fc.constantFrom(
        'meetings',
        'fields',
        'calendar',
        'exchange-years',
        'sources',
        'people',
        'nowhere',
      ),
      nonsense.filter((text) => !/^\.\.?(\/|$)/.test(text)),
    )
    .map(([route, id]) => `/${route}/${encodeURIComponent(id)}`),
);
const query = fc.uniqueArray(fc.tuple(fc.constantFrom(...WITHIN, 'zzz'), nonsense), {
  maxLength: 4,
  selector: ([name]) => name,
});

/** So many addresses that cannot be meant, each a path and its parameters; the same for the same seed. */
export const sampleAddresses = (seed: number, count: number) =>
  fc.sample(fc.tuple(pathname, query), { seed, numRuns: count });
