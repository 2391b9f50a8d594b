import type { CDPSession } from 'playwright-core';

/** What a page holds after a collection of garbage. */
export interface Held {
  /** Of script, in bytes. */
  heap: number;
  /** On the page or not. */
  nodes: number;
  listeners: number;
}

/** Collects garbage, and what only a first collection sets free, and counts what is left. */
export async function countHeld(debug: CDPSession): Promise<Held> {
  for (let turn = 0; turn < 3; turn += 1) await debug.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await debug.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await debug.send('Memory.getDOMCounters');
  return { heap, nodes, listeners };
}
