import { problemAnswer } from '#engine/requests/http-answers.ts';
import type { Scenario } from './scenarios.ts';

/** Without these two nothing could say what is failing where. */
const NEVER_FAILING = new Set(['/mechanism', '/fields']);

/** For each path that the malformed scenario spoils, the property that gets a value of a wrong type. */
const SPOILED: Record<string, string> = {
  '/entries': 'items',
  '/fields/summary': 'rows',
  '/meetings/{ordinal}': 'date',
};

/** Waits, but no longer than the one who asked does. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** What a scenario answers instead; null where it lets the request through. */
export function toFault({ fault }: Scenario, path: string, instance: string): Response | null {
  if (fault === 'offline') throw new TypeError('The network cannot be reached (scenario: offline)');
  if (fault !== 'lists-fail' || NEVER_FAILING.has(path)) return null;
  return problemAnswer(503, {
    detail: 'The scenario "failing" answers nothing else here',
    instance,
  });
}

/** The answer's data, with one property spoiled where the scenario says so. */
export function toDelivered({ fault }: Scenario, path: string, data: unknown): unknown {
  const property = SPOILED[path];
  if (fault !== 'malformed' || property === undefined || data === null || typeof data !== 'object')
    return data;
  return { ...data, [property]: 42 };
}
