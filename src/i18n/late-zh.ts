import about from './messages/zh/about.json';
import conformance from './messages/zh/conformance.json';
import type { LateCatalogue } from './messages.ts';

export const catalogue: LateCatalogue = { about, conformance };
