import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

type Told = { code: unknown; words: string };

/** A command as a process of its own. It finds no other program: one that does not refuse must not begin its work. */
const told = (...command: string[]) =>
  new Promise<Told>((resolve) => {
    const env = { PATH: '' };
    execFile(process.execPath, command, { env, timeout: 30_000 }, (error, _out, words) =>
      resolve({ code: error === null ? 0 : error.code, words }),
    );
  });

const BELOW_A_FILE = 'package.json/x';
const RECORD = 'docs/example-backend/record';

describe('a command that was mistyped', () => {
  it.concurrent.each([
    ['mocks/server.ts --port 99999', '--port needs a number from 0 to 65535, not "99999"'],
    ['mocks/server.ts --port abc', '--port needs a number from 0 to 65535, not "abc"'],
    [
      'server/main.ts --help',
      "Unknown option '--help'\nUsage: npm run server, with all settings in variables of the environment (docs/backend.md)",
    ],
    [
      'server/load.ts --help',
      "Unknown option '--help'\nUsage: npm run server:load -- PATH, with DATABASE_URL in the environment (docs/backend.md)",
    ],
    [
      'tests/run.ts --nonsense',
      "Unknown option '--nonsense'\nUsage: npm test, or npm run check for the same with --quick",
    ],
    ['mocks/write-template.ts --help', "Unknown option '--help'\nUsage: npm run template"],
    ['mocks/write-examples.ts x', "Unexpected argument 'x'\nUsage: npm run contract:examples"],
    [
      'mocks/import.ts --to',
      "Option '--to <value>' argument missing\nUsage: npm run data:import -- FOLDER [--to FOLDER]",
    ],
    [
      'engine/files/publish.ts record --bass /x/',
      "Unknown option '--bass'\nUsage: npm run publish -- RECORD --out SITE [--base /path/]",
    ],
    [
      'engine/files/publish.ts record --out site --base x',
      '--base x has to begin and end with a slash: /path/\nUsage: npm run publish -- RECORD --out SITE [--base /path/]',
    ],
    ['tests/bench/run.ts nonsense', /^No benchmark is named "nonsense"\. There are: first-facts, /],
    ['tests/bench/run.ts fuzz --steps abc', /^--steps needs a number, not "abc"\nUsage: .*$/],
    [
      'tests/bench/run.ts drawn --dist no-such-folder',
      'no-such-folder holds no built app: npm run build writes one.',
    ],
    [
      'tests/bench/backend/run.ts nonsense',
      'No benchmark is named "nonsense". There are: growth, load',
    ],
    [
      'tests/bench/backend/run.ts --postgres abc',
      '--postgres needs an address such as postgres://host/name, not "abc"',
    ],
    [
      'conformance/cli.ts --url ftp://x',
      /^--url needs an address that begins with http:\/\/ or https:\/\/, not "ftp:\/\/x"\nUsage: .*$/,
    ],
    [
      'conformance/cli.ts --url http://x --seed 1e9',
      /^--seed needs a whole number, not "1e9"\nUsage: .*$/,
    ],
  ])('says of %s what is wrong, and nothing of its code', async (command, line) => {
    const { code, words } = await told(...command.split(' '));
    if (typeof line === 'string') expect(words).toBe(`${line}\n`);
    else expect(words.trimEnd()).toMatch(line);
    expect(code).toBe(2);
  });
});

describe('a command that is told of a place which is not as it has to be', () => {
  it('says that a port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await told('mocks/server.ts', '--port', String(port))).toEqual({
      code: 1,
      words: `--port ${port} is in use: end what listens there, or name another port.\n`,
    });
    other.close();
  });

  it('says that an edition has to be a folder, and where other records go', async () => {
    expect(await told('mocks/import.ts', '/no/such/folder')).toEqual({
      code: 1,
      words: '/no/such/folder: there is no such folder.\n',
    });
    expect(await told('mocks/import.ts', 'public/template.xlsx')).toEqual({
      code: 1,
      words:
        'public/template.xlsx is a file, and an edition is a folder. A workbook or a zip is for npm run publish or npm run server:load.\n',
    });
  });

  it.concurrent.each([
    ['--to', `mocks/import.ts ${RECORD} --to ${BELOW_A_FILE}`],
    ['--out', `engine/files/publish.ts ${RECORD} --out ${BELOW_A_FILE}`],
    ['--junit', `conformance/cli.ts --url http://127.0.0.1:1 --junit ${BELOW_A_FILE}`],
  ])('says that nothing can be written where %s says', async (option, command) => {
    const { code, words } = await told(...command.split(' '));
    const said = words.split('\n').filter((line) => !line.startsWith('warning: '));
    expect(said).toEqual([
      `${option} ${BELOW_A_FILE} cannot be written: it is a file, or lies below one.`,
      '',
    ]);
    expect(code).toBe(2);
  });

  it('says that the record there cannot be read, and leaves it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'communique-broken-'));
    const file = path.join(folder, 'mechanism.json');
    await writeFile(file, '<<<<<<< ours');
    const { code, words } = await told('mocks/import.ts', RECORD, '--to', folder);
    expect(words).toContain(`--to ${folder} holds a record that cannot be read: `);
    expect(words).not.toContain('    at ');
    expect(code).toBe(2);
    expect(await readFile(file, 'utf8')).toBe('<<<<<<< ours');
    await rm(folder, { recursive: true });
  });
});
