import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { filesBelow, isTest, textOf } from './tree.ts';

/**
 * The rooms of a feature that the others stand on: what several of them decide or draw with. Any other room imports
 * these and the layers below, never its sibling, so that it can be read, moved and changed alone.
 */
const GROUND: Record<string, string[]> = {
  fields: ['series', 'evidence', 'plot'],
  calendar: ['layout', 'items', 'figure'],
  meetings: ['entries'],
  compare: ['accounts'],
};

const code = filesBelow('src/features').filter((file) => /\.tsx?$/.test(file) && !isTest(file));
const IMPORT = /(?:from |import |import\()'([^']+)'/g;

interface Doorway {
  feature: string;
  from: string;
  to: string;
  file: string;
}

/** Every import from one room of a feature into another, style sheets included. */
const doorways: Doorway[] = code.flatMap((file) => {
  const [, , feature = '', from = '', name] = file.split('/');
  if (name === undefined) return [];
  return [...textOf(file).matchAll(IMPORT)].flatMap(([, specifier = '']) => {
    if (!specifier.startsWith('.')) return [];
    const target = path.join(path.dirname(file), specifier).split('/');
    const to = target.length > 4 ? (target[3] ?? '') : '(the pages)';
    return to === from ? [] : [{ feature, from, to, file }];
  });
});

describe('the rooms of a feature', () => {
  it('import ground rooms only: move what two rooms share into one of those', () => {
    const astray = doorways.filter(({ feature, to }) => !(GROUND[feature] ?? []).includes(to));
    expect(astray.map(({ file, to }) => `${file} imports from ${to}`)).toEqual([]);
  });

  it('stand on each other without circles', () => {
    for (const [feature, rooms] of Object.entries(GROUND)) {
      const below = (room: string) =>
        new Set(
          doorways
            .filter((way) => way.feature === feature && way.from === room)
            .map(({ to }) => to),
        );
      const done = new Set<string>();
      // A room is done when all that it stands on is; in a circle none ever is.
      for (const _round of rooms)
        for (const room of rooms) if ([...below(room)].every((to) => done.has(to))) done.add(room);
      expect([...done].toSorted(), feature).toEqual(rooms.toSorted());
    }
  });

  it('are named here only where they exist', () => {
    const rooms = new Set(code.map((file) => path.dirname(file)));
    const named = Object.entries(GROUND).flatMap(([feature, names]) =>
      names.map((name) => `src/features/${feature}/${name}`),
    );
    expect(named.filter((room) => !rooms.has(room))).toEqual([]);
  });
});

/** What one look at a folder takes in; tests and style sheets stand beside what they belong to. */
const FILES_AT_MOST = 20;
const CODE = ['src', 'engine', 'mocks', 'server', 'conformance'];

describe('a folder of code', () => {
  it(`has at most ${FILES_AT_MOST} files of code`, () => {
    const folders = Map.groupBy(
      filesBelow(...CODE).filter((file) => /\.tsx?$/.test(file) && !isTest(file)),
      (file) => path.dirname(file),
    );
    const full = [...folders].filter(([, files]) => files.length > FILES_AT_MOST);
    expect(full.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
  });
});
