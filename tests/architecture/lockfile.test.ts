import { expect, it } from 'vitest';

import { textOf } from './tree.ts';

interface Lockfile {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>;
}

it('is a lockfile for every platform: `npm ci` refuses one that lacks a package of another platform', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as Lockfile;
  const held = Object.keys(packages);
  const missing = Object.entries(packages).flatMap(([holder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !held.some((path) => path.endsWith(`node_modules/${name}`)))
      .map((name) => `${holder} → ${name}`),
  );
  expect(missing, 'choose a version whose packages exist for all platforms').toEqual([]);
});
