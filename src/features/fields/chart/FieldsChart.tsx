import { useCallback, useMemo } from 'react';

import { useValue } from '#src/address/use-address.ts';
import { type RecordLists, useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { groupColour } from '#src/record/colours.ts';
import { partCell, partColour, partName } from '../series/dimension-words.ts';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';
import { shareWords } from '../series/field-finding.ts';
import type { PlotBar, PlotPart } from '../plot/FieldBar.tsx';
import { FieldRows } from '../plot/FieldRows.tsx';
import type { FieldSeries } from '../series/field-series.ts';
import { FieldToggle } from '../plot/FieldToggle.tsx';
import toggleStyles from '../plot/FieldToggle.module.css';
import { StackLegend } from '../plot/StackLegend.tsx';

const WHOLE = 'whole';

/** What bars and parts are called and coloured; a whole bar has the colour of its group. */
function toParts(
  { bars, by, columns, measure }: FieldSeries,
  { mechanism, taxonomy }: Pick<RecordLists, 'mechanism' | 'taxonomy'>,
  i18n: Translator,
): PlotPart[] {
  const { t, name } = i18n;
  const fieldOf = new Map(bars.map(({ field }) => [field.id, field]));
  const nameOf = (id: string) => name(fieldOf.get(id)?.name ?? { en: id });
  const noun = measure === 'meetings' ? 'meetingsOf' : 'entriesOf';
  if (columns.length === 0) {
    return [
      {
        key: WHOLE,
        colourOf: ({ id }) => groupColour(taxonomy, fieldOf.get(id)?.group ?? ''),
        titleOf: ({ id }, count) => t(`fields.${noun}`, { count, field: nameOf(id) }),
      },
    ];
  }
  return columns.map(({ key }) => ({
    key,
    colourOf: () => partColour(by, key, mechanism),
    titleOf: ({ id }, count) =>
      t('fields.partTitle', {
        field: nameOf(id),
        part: partName(by, key, mechanism, i18n),
        count,
      }),
  }));
}

/** The bars and their parts, the same until the numbers or the words are others. */
function usePlotted(series: FieldSeries) {
  const i18n = useI18n();
  const { mechanism, taxonomy } = useRecord();
  const focused = useValue('field');
  const chosen = focused.join(' ');
  return {
    parts: useMemo(
      () => toParts(series, { mechanism, taxonomy }, i18n),
      [series, mechanism, taxonomy, i18n],
    ),
    plotted: useMemo(() => {
      const fields = chosen.split(' ');
      return series.bars.map(({ field, value, parts }) => ({
        field,
        value,
        counts: parts,
        bar: {
          id: field.id,
          isDimmed: chosen !== '' && !fields.includes(field.id),
          parts: series.columns.length === 0 ? [value] : parts,
        },
      }));
    }, [series, chosen]),
  };
}

/** Bars of the fields; each count, and each part of a bar, opens the entries that make it up. */
export function FieldsChart({ series }: { series: FieldSeries }) {
  const i18n = useI18n();
  const { t, name, number, list } = i18n;
  const { mechanism } = useRecord();
  const isWhole = series.columns.length === 0;
  const isShare = series.measure === 'share';
  const { plotted, parts } = usePlotted(series);
  const shareOf = (value: number) => shareWords(value, series.total.entries, i18n);
  const names = series.columns.map(({ key }) => partName(series.by, key, mechanism, i18n));
  const madeOf = (counts: readonly number[]) =>
    list(counts.flatMap((count, at) => (count === 0 ? [] : [`${names[at]} ${number(count)}`])));
  const rows = plotted.map(({ field, value, counts, bar }) => ({
    bar,
    label: <FieldToggle field={field} />,
    value: (
      <EvidenceLink
        cell={{ field: field.id }}
        className={toggleStyles.count}
        label={t(isWhole || isShare ? `fields.${series.measure}Of` : 'fields.entriesMadeOf', {
          count: value,
          field: name(field.name),
          share: shareOf(value),
          parts: madeOf(counts),
        })}
      >
        {isShare ? shareOf(value) : number(value)}
      </EvidenceLink>
    ),
  }));
  const { by } = series;
  const targetOf = useCallback(
    (bar: PlotBar, key: string) => ({
      cell: { field: bar.id, ...(key !== WHOLE && partCell(by, key)) },
    }),
    [by],
  );
  return (
    <>
      {!isWhole && <StackLegend by={series.by} keys={series.columns.map(({ key }) => key)} />}
      <FieldRows
        label={t('fields.listLabel')}
        rows={rows}
        scale={{ parts, max: series.max, targetOf }}
      />
    </>
  );
}
