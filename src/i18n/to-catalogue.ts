import type { Catalogue, CompiledMessage, LateCatalogue } from './messages.ts';

export type AreaFiles = Record<string, Record<string, CompiledMessage>>;

/** Messages by the paths of their files as a catalogue by area, which is a file's name; which areas those are, a test knows. */
export function toCatalogue(files: AreaFiles): Catalogue & LateCatalogue {
  const areas = Object.entries(files).map(([path, words]) => [
    path.replaceAll(/^.*\/|\.json$/g, ''),
    words,
  ]);
  return Object.fromEntries(areas) as Catalogue & LateCatalogue;
}
