import { AsOfScrubber } from './AsOfScrubber.tsx';
import { useFigureData } from '../layout/use-figure-data.ts';

/** The scrubber for views that have no time axis of their own to set it under: the whole record's time. */
export function TimeBar() {
  const { bounds } = useFigureData();
  return <AsOfScrubber bounds={bounds} />;
}
