import about from './messages/ru/about.json';
import conformance from './messages/ru/conformance.json';
import type { LateCatalogue } from './messages.ts';

export const catalogue: LateCatalogue = { about, conformance };
