import type { ReactNode } from 'react';
import { BarChart, XAxis, YAxis } from 'recharts';

import { IN_PLACE } from './in-place.ts';

interface Props {
  /** One bar a row; `id` tells rows apart. */
  data: readonly { id: string }[];
  /** The values at the left and at the right edge. */
  domain: [number, number];
  /** In CSS pixels; rows stand beside those of a list. */
  rowHeight: number;
  children: ReactNode;
}

/** From the middle of a row to that of a bar below the name, which keeps to the row's foot. */
const TO_FOOT = 10;
/** How far down a bar is moved that stands below its name, in CSS pixels. */
export const shiftBelow = (rowHeight: number) => rowHeight / 2 - TO_FOOT;

const MARGIN = { top: 0, right: 1, bottom: 0, left: 1 };
/** Paper is narrower than the screen, and nothing is measured anew for it: bars stretch, rows stay as high as they are. */
const STRETCHED = { preserveAspectRatio: 'none' };

/** Bars in rows without names, which stand beside them. */
export function RowsPlot({ data, domain, rowHeight, children }: Props) {
  return (
    <div aria-hidden="true">
      <BarChart
        responsive
        {...STRETCHED}
        style={{ width: '100%', height: data.length * rowHeight }}
        layout="vertical"
        data={data}
        margin={MARGIN}
        barCategoryGap={0}
        accessibilityLayer={false}
      >
        <XAxis {...IN_PLACE} type="number" hide domain={domain} niceTicks="none" />
        <YAxis {...IN_PLACE} type="category" dataKey="id" hide interval={0} />
        {children}
      </BarChart>
    </div>
  );
}
