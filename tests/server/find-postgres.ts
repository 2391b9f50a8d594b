import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
/** Debian's package would start a server of its own on the usual port; the tests start theirs. */
const NO_OWN_CLUSTER = '/etc/postgresql-common/createcluster.conf';

function findInstalled(): string | null {
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => path.join(DEBIAN, version, 'bin'))
    : [];
  const named = [process.env['POSTGRES_BIN'] ?? '', ...debian];
  const found = named.find((folder) => folder !== '' && existsSync(path.join(folder, 'initdb')));
  if (found !== undefined) return found;
  try {
    const folder = execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
    return existsSync(path.join(folder, 'initdb')) ? folder : null;
  } catch {
    return null;
  }
}

async function install(): Promise<void> {
  if (!existsSync(NO_OWN_CLUSTER)) {
    mkdirSync(path.dirname(NO_OWN_CLUSTER), { recursive: true });
    writeFileSync(NO_OWN_CLUSTER, 'create_main_cluster = false\n');
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { env });
}

/** The folder with PostgreSQL's programs: installed, or installed now where that may be done. Throws with the reason. */
export async function findPostgres(): Promise<string> {
  const installed = findInstalled();
  if (installed !== null) return installed;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error('There is no PostgreSQL here: install it, or set POSTGRES_BIN to its programs');
  await install();
  const found = findInstalled();
  if (found === null) throw new Error('PostgreSQL was installed, but its programs are not found');
  return found;
}
