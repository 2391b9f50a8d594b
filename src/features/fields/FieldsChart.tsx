import { useNavigate } from 'react-router';

import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { groupColour } from '#src/record/colours.ts';
import { partCell, partColour, partName } from './dimension-words.ts';
import { EvidenceLink } from './EvidenceLink.tsx';
import { shareWords } from './field-finding.ts';
import { FieldRows } from './FieldRows.tsx';
import type { FieldSeries } from './field-series.ts';
import { FieldToggle } from './FieldToggle.tsx';
import toggleStyles from './FieldToggle.module.css';
import { FieldsPlot } from './lazy-plots.ts';
import { StackLegend } from './StackLegend.tsx';
import { useEvidenceLink } from './use-evidence-link.ts';

const ROW_HEIGHT = 26;
const WHOLE = 'whole';

/** What bars and parts are called and coloured; a whole bar has the colour of its group. */
function useParts(series: FieldSeries) {
  const i18n = useI18n();
  const { t, name } = i18n;
  const { mechanism, taxonomy } = useView();
  const fieldOf = new Map(series.bars.map(({ field }) => [field.id, field]));
  const nameOf = (id: string) => name(fieldOf.get(id)?.name ?? { en: id });
  const noun = series.measure === 'meetings' ? 'meetingsOf' : 'entriesOf';
  if (series.columns.length === 0) {
    return [
      {
        key: WHOLE,
        colourOf: ({ id }: { id: string }) => groupColour(taxonomy, fieldOf.get(id)?.group ?? ''),
        titleOf: ({ id }: { id: string }, count: number) =>
          t(`fields.${noun}`, { count, field: nameOf(id) }),
      },
    ];
  }
  return series.columns.map(({ key }) => ({
    key,
    colourOf: () => partColour(series.by, key, mechanism),
    titleOf: ({ id }: { id: string }, count: number) =>
      t('fields.partTitle', {
        field: nameOf(id),
        part: partName(series.by, key, mechanism, i18n),
        count,
      }),
  }));
}

/** Bars of the fields; each count, and each part of a bar, opens the entries that make it up. */
export function FieldsChart({ series }: { series: FieldSeries }) {
  const i18n = useI18n();
  const { t, name, number } = i18n;
  const { filters } = useView();
  const evidence = useEvidenceLink();
  const navigate = useNavigate();
  const isWhole = series.columns.length === 0;
  const parts = useParts(series);
  const shareOf = (value: number) => shareWords(value, series.total.entries, i18n);
  const bars = series.bars.map(({ field, value, parts: values }) => ({
    id: field.id,
    isDimmed: filters.field.length > 0 && !filters.field.includes(field.id),
    parts: isWhole ? [value] : values,
  }));
  const rows = series.bars.map(({ field, value }) => ({
    id: field.id,
    label: <FieldToggle field={field} />,
    value: (
      <EvidenceLink
        cell={{ field: field.id }}
        className={toggleStyles.count}
        label={t(`fields.${series.measure}Of`, {
          count: value,
          field: name(field.name),
          share: shareOf(value),
        })}
      >
        {series.measure === 'share' ? shareOf(value) : number(value)}
      </EvidenceLink>
    ),
  }));
  const choose = (field: string, key: string) =>
    void navigate(evidence({ field, ...(!isWhole && partCell(series.by, key)) }), {
      preventScrollReset: true,
    });
  return (
    <>
      {!isWhole && <StackLegend by={series.by} keys={series.columns.map(({ key }) => key)} />}
      <FieldRows
        label={t('fields.listLabel')}
        rows={rows}
        rowHeight={ROW_HEIGHT}
        renderPlot={(rowHeight, isBarBelow) => (
          <FieldsPlot
            bars={bars}
            parts={parts}
            max={series.max}
            rowHeight={rowHeight}
            isBarBelow={isBarBelow}
            onPartChosen={(bar, key) => choose(bar.id, key)}
          />
        )}
      />
    </>
  );
}
