import { lazy } from 'react';

/** recharts is fetched with the first chart, never with the first page. */
export const FieldsPlot = lazy(async () => ({
  default: (await import('./FieldsPlot.tsx')).FieldsPlot,
}));
export const BalancePlot = lazy(async () => ({
  default: (await import('./BalancePlot.tsx')).BalancePlot,
}));
export const TimePlot = lazy(async () => ({ default: (await import('./TimePlot.tsx')).TimePlot }));
