import { Suspense } from 'react';

import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import type { FieldSummary, SummaryColumn } from '#src/api/schemas/entries.ts';
import { useSearchWith, useValue } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { groupColour } from '#src/record/colours.ts';
import { KEEPS_PLACE, useLinks } from '#src/ui/LinksContext.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { THIRD } from '#src/lib/accounts.ts';
import { partCell, partName, partColour } from '../series/dimension-words.ts';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';
import type { FieldSeries } from '../series/field-series.ts';
import { FieldToggle } from '../plot/FieldToggle.tsx';
import toggleStyles from '../plot/FieldToggle.module.css';
import { TimePlot } from '../plot/late-time-plot.ts';
import { StackLegend } from '../plot/StackLegend.tsx';
import styles from './TimeChart.module.css';
import { TimeTotals } from './TimeTotals.tsx';
import { useTimeParts, MOST_NUMBERED } from '../plot/use-time-parts.ts';
import { readWords } from '../series/read-words.ts';
import totals from './TimeTotals.module.css';

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
            <span className={`${styles.axis} tiny quiet`} aria-hidden="true">
              <span>{columns[0]?.key}</span>
              <span>{columns.at(-1)?.key}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const HEIGHT = 40;

/** The accounts of the two sides, drawn over the grey of what thirds tell, and nobody known. */
const sidesIn = ({ accounts = [] }: SummaryColumn) =>
  accounts.filter(({ value }) => value !== THIRD);
const isOfThirds = ({ accounts = [] }: SummaryColumn) =>
  accounts.some(({ value }) => value === THIRD);

/** How many documents were read of each meeting, and of whose accounts, under the columns that rest on them. */
function DocumentsRead({ columns }: { columns: readonly SummaryColumn[] }) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { mechanism } = useRecord();
  const max = Math.max(1, ...columns.map(({ sources = 0 }) => sources));
  const keys = new Set(columns.flatMap(sidesIn).map(({ value }) => value));
  return (
    <figure className={styles.figure}>
      <figcaption className={`${styles.caption} tiny quiet`}>
        {t('fields.documentsRead')}
        {keys.size > 0 && (
          <StackLegend
            by="reportedBy"
            keys={[...keys, ...(columns.some(isOfThirds) ? [THIRD] : [])]}
          />
        )}
      </figcaption>
      <ol className={`${totals.inLine} ${styles.row}`}>
        {columns.map((column) => {
          const { key, sources: count = 0 } = column;
          const words = t('fields.documentsReadOf', {
            meeting: partName('meeting', key, mechanism, i18n),
            read: readWords(column, mechanism, i18n) ?? '',
          });
          return (
            <li key={key} className={styles.column} title={words}>
              <span
                className={styles.bar}
                style={{ height: (count / max) * HEIGHT }}
                aria-hidden="true"
              >
                {sidesIn(column).map(({ value, sources }) => (
                  <span
                    key={value}
                    style={{
                      height: `${(sources / count) * 100}%`,
                      background: partColour('reportedBy', value, mechanism),
                    }}
                  />
                ))}
              </span>
              {columns.length <= MOST_NUMBERED && (
                <span className={styles.count} aria-hidden="true">
                  {number(count)}
                </span>
              )}
              <span className="visually-hidden">{words}</span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
