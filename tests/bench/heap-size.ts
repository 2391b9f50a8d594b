import type { CDPSession } from 'playwright-core';

interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
  /** All nodes one after the other, each as many numbers as there are fields. */
  nodes: number[];
}

/** What a page holds, in bytes: what the browser compiled of its script, which grows as it finds out what runs often, and all else. */
export interface HeapSize {
  code: number;
  rest: number;
}

/** Weighs the heap of a page after a collection of garbage. */
export async function heapSize(debug: CDPSession): Promise<HeapSize> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  debug.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await debug.send('HeapProfiler.collectGarbage');
  await debug.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  debug.off('HeapProfiler.addHeapSnapshotChunk', keep);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const heap = { code: 0, rest: 0 };
  for (let node = 0; node < nodes.length; node += fields.length) {
    const isCode = types[0][nodes[node + type] ?? -1] === 'code';
    heap[isCode ? 'code' : 'rest'] += nodes[node + size] ?? 0;
  }
  return heap;
}
