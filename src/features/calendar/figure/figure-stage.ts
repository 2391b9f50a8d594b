import type { To } from 'react-router';

import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import type { Links } from '#src/ui/LinksContext.tsx';
import type { FigureMetrics } from '../layout/figure-layout.ts';
import type { LaneKeys } from './use-lane-keys.ts';

/** What all lanes of the drawing share. */
export interface FigureStage extends Links {
  metrics: FigureMetrics;
  mechanism: Mechanism;
  /** A day, `YYYY-MM-DD`. */
  asOf: string;
  keys: LaneKeys;
  /** The shared mark whose members are listed under the drawing. */
  openKey: string | null;
  onOpen: (key: string) => void;
  /** Says a mark's words under the drawing while it is pointed at or in focus. */
  onPoint: (words: string) => void;
  toMeeting: (ordinal: number) => To;
  toExchangeYear: (id: string) => To;
  toItem: (item: CalendarItem) => To;
}
