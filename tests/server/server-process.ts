import { type ChildProcess, spawn } from 'node:child_process';

export interface ServerProcess {
  origin: string;
  baseUrl: string;
  port: string;
  process: ChildProcess;
  /** Everything that it has logged so far, a line each. */
  lines: () => string[];
  /** What it has said to whoever started it. */
  said: () => string;
  /** Resolves with the exit code, or the signal that ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>;
}

/** `npm run server` as a process of its own, on a free port unless told otherwise. */
export function startServerProcess(
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { PATH: process.env['PATH'], PORT: '0', APP_FOLDER: 'no-such-folder', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [logged, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  return new Promise((resolve, reject) => {
    void ended.then((how) => reject(new Error(`The server ended with ${how}: ${said}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, baseUrl] = /^Backend \(\w+\): (\S+)$/m.exec(said) ?? [];
      if (baseUrl === undefined) return;
      const { origin, port } = new URL(baseUrl);
      resolve({
        origin,
        baseUrl,
        port,
        process: child,
        lines: () => logged.split('\n').slice(0, -1),
        said: () => said,
        end: (signal) => {
          child.kill(signal);
          return ended;
        },
      });
    });
  });
}

export interface LoaderProcess {
  ended: Promise<number | null>;
  kill: () => void;
  said: () => string;
}

/** `npm run server:load -- FILE` as a process of its own. */
export function startLoader(databaseUrl: string, file: string): LoaderProcess {
  const child = spawn(process.execPath, ['server/load.ts', file], {
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    ended: new Promise((resolve) => child.once('close', resolve)),
    kill: () => child.kill('SIGKILL'),
    said: () => said,
  };
}
