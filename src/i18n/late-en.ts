import about from './messages/en/about.json';
import conformance from './messages/en/conformance.json';
import type { LateCatalogue } from './messages.ts';

export const catalogue: LateCatalogue = { about, conformance };
