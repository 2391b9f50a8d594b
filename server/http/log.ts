import type { Writable } from 'node:stream';

export type Log = (about: Record<string, unknown>) => void;

/**
 * One line of JSON for each event, whatever the values hold: JSON escapes line ends, and the two separators that some
 * readers of logs take for line ends are escaped here.
 */
export function createLog(out: Writable): Log {
  return (about) => {
    const line = JSON.stringify({ time: new Date().toISOString(), ...about });
    out.write(
      `${line.replaceAll(/[\u007f-\u009f\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`,
    );
  };
}

/** What is told of an error: its kind and its words, never a request's or a statement's values. */
export function toErrorWords(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: String(error) };
  const { code } = error as { code?: unknown };
  return { error: `${error.name}: ${error.message}`, ...(typeof code === 'string' && { code }) };
}
