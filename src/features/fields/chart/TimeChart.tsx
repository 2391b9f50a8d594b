import { Suspense } from 'react';

import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useSearchWith, useValue } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { groupColour } from '#src/record/colours.ts';
import { KEEPS_PLACE, useLinks } from '#src/ui/LinksContext.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { partCell, partName } from '../series/dimension-words.ts';
import { DocumentsRead } from './DocumentsRead.tsx';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';
import type { FieldSeries } from '../series/field-series.ts';
import { FieldToggle } from '../plot/FieldToggle.tsx';
import toggleStyles from '../plot/FieldToggle.module.css';
import { TimePlot } from '../plot/lazy-plots.ts';
import { StackLegend } from '../plot/StackLegend.tsx';
import styles from './TimeChart.module.css';
import { TimeTotals } from './TimeTotals.tsx';
import { useTimeParts } from '../plot/use-time-parts.ts';

/** How the record moves: all entries over time, and every field by itself on one shared scale. */
export function TimeChart({ summary, series }: { summary: FieldSummary; series: FieldSeries }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { mechanism } = useRecord();
  const stack = useValue('stack');
  const { parts, layers } = useTimeParts(summary, stack);
  const { by, columns } = series;
  const isSplit = stack !== 'none' && (parts.length > 1 || parts[0]?.key !== 'whole');
  const titleOf = (column: string, part: string, count: number) =>
    t('fields.partTitle', {
      field: partName(by, column, mechanism, i18n),
      part: isSplit ? partName(stack, part, mechanism, i18n) : t('fields.allFields'),
      count,
    });
  return (
    <>
      <LostAnswers of={layers} />
      {isSplit && <StackLegend by={stack} keys={parts.map(({ key }) => key)} />}
      <TimeTotals by={by} columns={columns} parts={isSplit ? parts : []} stack={stack} />
      <Suspense fallback={<Skeleton height={200} />}>
        <TimePlot
          keys={columns.map(({ key }) => key)}
          parts={parts}
          titleOf={titleOf}
          cellOf={(column, part) => ({ ...partCell(by, column), ...part })}
        />
      </Suspense>
      {by === 'meeting' && <DocumentsRead columns={columns} />}
      <Multiples series={series} />
    </>
  );
}

interface SmallBarsProps {
  counts: readonly number[];
  /** The value at the top edge, the same for all drawings that are to be compared. */
  max: number;
  colour: string;
  titleOf: (index: number) => string;
  cellOf: (index: number) => EvidenceCell;
}

const BAR_SHARE = 0.8;

/** A drawing of bars small enough to stand beside thirty others; the table twin and the heat map hold its numbers. */
function SmallBars({ counts, max, colour, titleOf, cellOf }: SmallBarsProps) {
  const { hrefOf, follow } = useLinks();
  const search = useSearchWith('open');
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${Math.max(counts.length, 1)} ${max}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onClick={follow}
      // As of every drawing that is kept from assistive technology, a press takes no focus into it.
      onMouseDown={(event) => event.preventDefault()}
    >
      {counts.map((count, index) =>
        count === 0 ? null : (
          <a
            // The columns of one drawing have no other identity than their place.
            key={titleOf(index)}
            {...KEEPS_PLACE}
            href={hrefOf({ search: search(cellOf(index)) })}
            tabIndex={-1}
          >
            <rect
              x={index + (1 - BAR_SHARE) / 2}
              y={max - count}
              width={BAR_SHARE}
              height={count}
              style={{ fill: colour }}
            >
              <title>{titleOf(index)}</title>
            </rect>
          </a>
        ),
      )}
    </svg>
  );
}

function Multiples({ series }: { series: FieldSeries }) {
  const i18n = useI18n();
  const { t, name, number } = i18n;
  const { mechanism, taxonomy } = useRecord();
  const { bars, by, columns } = series;
  const max = Math.max(1, ...bars.flatMap(({ parts }) => parts));
  return (
    <>
      <h3 className={styles.heading}>{t('fields.multiples', { max })}</h3>
      <ul className={styles.multiples}>
        {bars.map(({ field, value, parts }) => (
          <li key={field.id} className={styles.multiple}>
            <span className={styles.head}>
              <FieldToggle field={field} />
              <EvidenceLink
                cell={{ field: field.id }}
                className={toggleStyles.count}
                label={t('fields.entriesOf', { count: value, field: name(field.name) })}
              >
                {number(value)}
              </EvidenceLink>
            </span>
            <SmallBars
              counts={parts}
              max={max}
              colour={groupColour(taxonomy, field.group)}
              titleOf={(index) =>
                t('fields.partTitle', {
                  field: name(field.name),
                  part: partName(by, columns[index]?.key ?? '', mechanism, i18n),
                  count: parts[index] ?? 0,
                })
              }
              cellOf={(index) => ({
                field: field.id,
                ...partCell(by, columns[index]?.key ?? ''),
              })}
            />
            <span className={styles.axis} aria-hidden="true">
              <span>{columns[0]?.key}</span>
              <span>{columns.at(-1)?.key}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
