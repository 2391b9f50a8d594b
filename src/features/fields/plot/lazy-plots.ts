import { createElement, use, type ComponentType } from 'react';

import { askedOnce } from '#src/lib/asked-once.ts';
import { loadWhenOnline } from '#src/lib/network.ts';

/** Suspends until the plot is there. One that could not be had is asked for anew: `lazy` would fail for as long as the page stands. */
function plot<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const loadOnce = askedOnce(() => loadWhenOnline(load));
  return function Plot(props: Props) {
    return createElement(use(loadOnce()), props);
  };
}

/** recharts is fetched with the first chart, never with the first page. */
export const FieldsPlot = plot(async () => (await import('./FieldsPlot.tsx')).FieldsPlot);
export const TimePlot = plot(async () => (await import('./TimePlot.tsx')).TimePlot);
