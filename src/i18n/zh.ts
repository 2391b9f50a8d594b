import type { CompiledMessage, Catalogue } from './messages.ts';
import { toCatalogue } from './to-catalogue.ts';

// Every area there is: a test says what a language lacks.
const files = import.meta.glob<Record<string, CompiledMessage>>('./messages/zh/*.json', {
  eager: true,
  import: 'default',
});

export const catalogue: Catalogue = toCatalogue(files);
