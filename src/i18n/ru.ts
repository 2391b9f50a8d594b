import type { AreaFiles } from './to-catalogue.ts';

// Every area there is: a test says what a language lacks.
export const areas: AreaFiles = import.meta.glob('./messages/ru/*.json', {
  eager: true,
  import: 'default',
});
