import { memo, useMemo } from 'react';

import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { keptByKey } from '#src/lib/kept-by-key.ts';
import type { Cluster } from '../layout/cluster-marks.ts';
import type { FigureMetrics } from '../layout/figure-layout.ts';
import type { FigureStage } from './figure-stage.ts';
import { FigureMark } from './FigureMark.tsx';
import styles from './figure.module.css';
import { KindGlyph } from '../items/KindGlyph.tsx';
import { keyOfItems, itemsWords, isHollow } from '../items/mark-words.ts';

interface Props {
  id: string;
  title: string;
  y: number;
  clusters: readonly Cluster<CalendarItem>[];
  stage: FigureStage;
}

/** Several things too close to be told apart: how many. */
const Together = memo(function Together({
  count,
  metrics,
}: {
  count: number;
  metrics: FigureMetrics;
}) {
  const { number } = useI18n();
  return (
    <>
      <circle className={styles.group} r={metrics.mark / 2 - 1} />
      <text
        aria-hidden="true"
        className={`${styles.number} ${styles.numberOpen}`}
        y={metrics.markText * 0.36}
        fontSize={metrics.markText}
      >
        {number(count, { notation: 'compact' })}
      </text>
    </>
  );
});

/** Dated things as points on the axis; an outline where the day is not on record, or not yet come. */
export function PointLane({ id, title, y: top, clusters, stage }: Props) {
  const i18n = useI18n();
  const { metrics, asOf } = stage;
  const wordsOf = useMemo(
    () => keptByKey((items: readonly CalendarItem[]) => itemsWords(items, i18n)),
    [i18n],
  );
  const keys = clusters.map(({ items }) => keyOfItems(id, items));
  return (
    <g data-lane={id} role="toolbar" aria-label={title}>
      {clusters.map(({ x, place, items }) => {
        const key = keys[place] ?? '';
        const only = items.length === 1 ? items[0] : undefined;
        const half = metrics.point / 2;
        return (
          <FigureMark
            // By place: in each frame of a zoom most marks hold other items, and none has a life of its own.
            key={place}
            id={key}
            stage={stage}
            tabIndex={stage.keys.tabIndexOf(id, key, keys)}
            words={wordsOf(key, items)}
            at={{ x, y: top + half }}
            box={{ x: -half, y: -half, width: metrics.point, height: metrics.point }}
            to={only ? stage.toItem(only) : null}
          >
            {only ? (
              <KindGlyph
                kind={only.kind}
                x={0}
                y={0}
                size={metrics.markText}
                isHollow={isHollow(only.date, asOf)}
              />
            ) : (
              <Together count={items.length} metrics={metrics} />
            )}
          </FigureMark>
        );
      })}
    </g>
  );
}
