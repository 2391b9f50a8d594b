import { expect, it } from 'vitest';

import { textOf } from './tree.ts';

/** What may be in the built app or be needed to run the backend: nothing that asks for the source of what uses it. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'MPL-2.0',
  'OFL-1.1',
]);

/** True where every licence of the expression is allowed, or one of those that may be chosen from. */
function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  if (plain.includes(' AND ')) return plain.split(' AND ').every(isAllowed);
  return plain.split(' OR ').some((licence) => ALLOWED.has(licence.trim()));
}

it('uses no library whose licence the product cannot keep, in the app, the backend, or their tools', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { license?: string; version?: string }>;
  };
  const others = Object.entries(packages).filter(([folder]) => folder !== '');
  expect(others.length).toBeGreaterThan(100);
  const refused = others
    .filter(([, { license }]) => license === undefined || !isAllowed(license))
    .map(([folder, { license }]) => `${folder}: ${license ?? 'not stated'}`);
  expect(refused, 'choose another library, or show that this licence can be kept').toEqual([]);
});

it.each([
  ['MIT AND GPL-3.0', false],
  ['(MIT OR GPL-3.0)', true],
  ['SEE LICENSE IN LICENSE.txt', false],
  ['MIT AND ISC AND BSD-3-Clause', true],
])('reads %s', (expression, expected) => {
  expect(isAllowed(expression)).toBe(expected);
});
