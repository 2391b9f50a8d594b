import { createElement, use, type ComponentProps } from 'react';

import { askedOnce } from '#src/lib/asked-once.ts';
import { loadWhenOnline } from '#src/lib/network.ts';
import type { TimePlot as Drawing } from './TimePlot.tsx';

const load = askedOnce(() => loadWhenOnline(async () => (await import('./TimePlot.tsx')).TimePlot));

/**
 * Suspends until the drawing is there, which brings recharts along. One that could not be had is asked for anew: `lazy`
 * would fail for as long as the page stands.
 */
export function TimePlot(props: ComponentProps<typeof Drawing>) {
  return createElement(use(load()), props);
}
