/** Breaks each rule of the lint on purpose, in a tree of its own: a rule that catches nothing protects nothing. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const LAYERS = ['api', 'lib', 'i18n', 'ui', 'address', 'record', 'features', 'app'] as const;
/** What stands outside of the interface, the lower first: each may import the contract, pure code and the engine. */
const OUTSIDE = ['engine', 'mocks', 'server', 'conformance'] as const;
/** What stands in which layer of the tree on trial. */
const FILES = Object.fromEntries(
  LAYERS.map((layer) => [layer, layer === 'features' ? 'features/alpha/thing' : `${layer}/thing`]),
) as Record<(typeof LAYERS)[number], string>;

const trial = mkdtempSync(path.join(tmpdir(), 'communique-lint-'));
let complaints: string[] = [];

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(trial, file)), { recursive: true });
  writeFileSync(path.join(trial, file), text);
}

const importing = (specifier: string) =>
  `import { thing } from '${specifier}';\n\nexport const other = thing + 1;\n`;

/** File names say who imports what, so that a complaint names the rule that was broken. */
function writeTrial() {
  for (const file of [...Object.values(FILES), 'features/beta/thing'])
    write(`src/${file}.ts`, 'export const thing = 1;\n');
  for (const outside of OUTSIDE) write(`${outside}/thing.ts`, 'export const thing = 1;\n');
  for (const from of LAYERS) {
    const folder = path.dirname(`src/${FILES[from]}.ts`);
    for (const to of LAYERS) {
      if (from !== to)
        write(`${folder}/${from}-imports-${to}.ts`, importing(`#src/${FILES[to]}.ts`));
    }
    for (const to of ['mocks', 'engine', 'conformance'])
      write(`${folder}/${from}-imports-${to}.ts`, importing(`#${to}/thing.ts`));
  }
  for (const from of OUTSIDE) {
    for (const to of LAYERS)
      write(`${from}/${from}-imports-${to}.ts`, importing(`#src/${FILES[to]}.ts`));
    for (const to of OUTSIDE)
      if (from !== to) write(`${from}/${from}-imports-${to}.ts`, importing(`#${to}/thing.ts`));
  }
  const alpha = 'src/features/alpha';
  write(`${alpha}/feature-by-alias.ts`, importing('#src/features/beta/thing.ts'));
  write(`${alpha}/feature-by-path.ts`, importing('../beta/thing.ts'));
  write(`${alpha}/own-file.ts`, importing('./thing.ts'));
  write('conformance/short-check.ts', 'export const thing = 1;\n');
  write('src/features/about/door-to-suite.ts', importing('#conformance/short-check.ts'));
  write('src/features/about/no-door-to-suite.ts', importing('#conformance/thing.ts'));
  write('src/features/about/about-imports-feature.ts', importing('#src/features/beta/thing.ts'));
  write(`${alpha}/alpha-imports-suite.ts`, importing('#conformance/short-check.ts'));
  write(
    'src/lib/day.ts',
    "import { night } from './night.ts';\n\nexport const day = () => night;\n",
  );
  write('src/lib/night.ts', "import { day } from './day.ts';\n\nexport const night = () => day;\n");
  write('src/lib/default.ts', 'export default 1;\n');
  write('src/lib/any.ts', 'export const any = (value: any): unknown => value;\n');
  write('src/lib/console.ts', "console.log('here');\n");
  const long = (lines: number) => 'export const a = [\n' + '  1,\n'.repeat(lines) + '];\n';
  write('src/lib/long-file.ts', long(300));
  const body = "  console.info('');\n".repeat(60);
  write('src/lib/long-function.ts', `export function long(): void {\n${body}}\n`);
}

beforeAll(async () => {
  writeTrial();
  for (const file of ['.oxlintrc.json', 'package.json']) cpSync(file, path.join(trial, file));
  const run = promisify(execFile)(path.resolve('node_modules/.bin/oxlint'), ['--format=json'], {
    cwd: trial,
    maxBuffer: 1e8,
  });
  // It exits with a failure, as it should.
  const { stdout } = await run.catch((failure: unknown) => failure as { stdout: string });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string; filename: string; severity: string }[];
  };
  complaints = diagnostics.map(
    ({ code, filename }) => `${path.basename(filename, '.ts')}: ${code}`,
  );
});

afterAll(() => rmSync(trial, { recursive: true }));

const RESTRICTED = 'eslint(no-restricted-imports)';
const caught = (rule: string) =>
  complaints
    .filter((complaint) => complaint.endsWith(rule))
    .map((complaint) => complaint.split(':')[0] ?? '')
    .toSorted();

describe('the lint', () => {
  it('lets each layer import only the layers below it', () => {
    const upward = LAYERS.flatMap((from, height) => [
      ...LAYERS.slice(height + 1).map((to) => `${from}-imports-${to}`),
      `${from}-imports-mocks`,
      `${from}-imports-engine`,
      `${from}-imports-conformance`,
    ]);
    const outside = OUTSIDE.flatMap((from) =>
      [
        ...LAYERS.filter((layer) => layer !== 'api' && layer !== 'lib'),
        ...OUTSIDE.filter((to) => to !== 'engine' && to !== from),
      ].map((to) => `${from}-imports-${to}`),
    );
    const amongFeatures = [
      'feature-by-alias',
      'feature-by-path',
      'about-imports-feature',
      // The page about Communiqué runs the suite; it has one door, and no other feature has it.
      'no-door-to-suite',
      'alpha-imports-suite',
    ];
    expect(caught(RESTRICTED)).toEqual([...upward, ...outside, ...amongFeatures].toSorted());
  });

  it.each([
    ['a circle of imports', 'import(no-cycle)', ['day', 'night']],
    ['a default export', 'import(no-default-export)', ['default']],
    ['a type that checks nothing', 'typescript(no-explicit-any)', ['any']],
    ['a word left in the console', 'eslint(no-console)', ['console']],
    ['a file that is too long', 'eslint(max-lines)', ['long-file']],
    ['a function that is too long', 'eslint(max-lines-per-function)', ['long-function']],
  ])('finds %s', (_what, rule, files) => {
    expect(caught(rule)).toEqual(files);
  });

  it('knows every folder of src: give a new layer its rule in .oxlintrc.json', () => {
    const folders = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.toSorted()).toEqual([...LAYERS].toSorted());
  });
});
