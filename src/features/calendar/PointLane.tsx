import { precisionOf } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/as-of.ts';
import type { Cluster } from './cluster-marks.ts';
import type { FigureStage } from './figure-stage.ts';
import { FigureMark } from './FigureMark.tsx';
import styles from './figure.module.css';
import { KindGlyph } from './KindGlyph.tsx';
import { keyOfItems, itemsWords } from './mark-words.ts';

interface Props {
  id: string;
  title: string;
  y: number;
  clusters: readonly Cluster<CalendarItem>[];
  stage: FigureStage;
}

/** Dated things as points on the axis; an outline where the day is not on record, or not yet come. */
export function PointLane({ id, title, y: top, clusters, stage }: Props) {
  const i18n = useI18n();
  const { metrics, asOf } = stage;
  const keys = clusters.map(({ items }) => keyOfItems(id, items));
  const y = top + metrics.point / 2;
  return (
    <g data-lane={id} role="toolbar" aria-label={title}>
      {clusters.map(({ x, items }, index) => {
        const key = keys[index] ?? '';
        const only = items.length === 1 ? items[0] : undefined;
        const half = metrics.point / 2;
        return (
          <FigureMark
            key={key}
            id={key}
            stage={stage}
            tabIndex={stage.keys.tabIndexOf(id, key, keys)}
            words={itemsWords(items, i18n)}
            box={{ x: x - half, y: top, width: metrics.point, height: metrics.point }}
            to={only ? stage.toItem(only) : null}
          >
            {only ? (
              <KindGlyph
                kind={only.kind}
                x={x}
                y={y}
                size={metrics.markText}
                isHollow={precisionOf(only.date) !== 'day' || isAfter(only.date, asOf)}
              />
            ) : (
              <>
                <circle className={styles.group} cx={x} cy={y} r={metrics.mark / 2 - 1} />
                <text
                  className={`${styles.number} ${styles.numberOpen}`}
                  x={x}
                  y={y + metrics.markText * 0.36}
                  fontSize={metrics.markText}
                >
                  {i18n.number(items.length, { notation: 'compact' })}
                </text>
              </>
            )}
          </FigureMark>
        );
      })}
    </g>
  );
}
