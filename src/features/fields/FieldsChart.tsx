import { Link, useNavigate } from 'react-router';

import type { EntryKind } from '#src/api/schemas/entries.ts';
import type { Filters } from '#src/filters/filters.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { groupColour } from '#src/record/colours.ts';
import { FieldRows } from './FieldRows.tsx';
import { FieldToggle } from './FieldToggle.tsx';
import toggleStyles from './FieldToggle.module.css';
import type { FieldSeries } from './field-series.ts';
import { StackLegend } from './StackLegend.tsx';
import { partColour, partName, type Stack } from './stack-words.ts';
import { useEvidenceLink } from './use-evidence-link.ts';

interface Props {
  series: FieldSeries;
  stack: Stack;
}

const ROW_HEIGHT = 26;
const WHOLE = 'whole';

/** What a part of a bar narrows the filters to, beside its field. */
export function partFilter(stack: Stack, key: string): Partial<Filters> {
  if (stack === 'kind') return { kind: [key as EntryKind] };
  return stack === 'party' ? { party: [key] } : {};
}

/** Bars of the fields; each count, and each part of a bar, leads to the entries that make it up. */
export function FieldsChart({ series, stack }: Props) {
  const i18n = useI18n();
  const { t, name, number } = i18n;
  const { mechanism, taxonomy, filters } = useView();
  const evidence = useEvidenceLink();
  const navigate = useNavigate();
  const fieldOf = new Map(series.bars.map(({ field }) => [field.id, field]));
  const nameOf = (id: string) => name(fieldOf.get(id)?.name ?? { en: id });
  const isWhole = series.keys.length === 0;
  const parts = (isWhole ? [WHOLE] : series.keys).map((key) => ({
    key,
    colourOf: ({ id }: { id: string }) =>
      isWhole
        ? groupColour(taxonomy, fieldOf.get(id)?.group ?? '')
        : partColour(stack, key, mechanism),
    titleOf: ({ id }: { id: string }, count: number) =>
      isWhole
        ? t(`fields.${series.measure}Of`, { count, field: nameOf(id) })
        : t('fields.partTitle', {
            field: nameOf(id),
            part: partName(stack, key, mechanism, i18n),
            count,
          }),
  }));
  return (
    <>
      {!isWhole && <StackLegend stack={stack} keys={series.keys} />}
      <FieldRows
        label={t('fields.listLabel')}
        rows={series.bars.map(({ field, value, parts: values }) => ({
          id: field.id,
          isDimmed: filters.field.length > 0 && !filters.field.includes(field.id),
          parts: isWhole ? [value] : values,
          label: <FieldToggle field={field} />,
          value: (
            <Link
              className={toggleStyles.count}
              to={evidence({ field: [field.id] })}
              aria-label={t(`fields.${series.measure}Of`, {
                count: value,
                field: name(field.name),
              })}
            >
              {number(value)}
            </Link>
          ),
        }))}
        parts={parts}
        max={series.max}
        rowHeight={ROW_HEIGHT}
        onPartChosen={(bar, key) =>
          void navigate(evidence({ field: [bar.id], ...partFilter(isWhole ? 'none' : stack, key) }))
        }
      />
      {series.emptyFields > 0 && (
        <p className={toggleStyles.note}>
          {t('fields.emptyFields', { count: series.emptyFields })}
        </p>
      )}
    </>
  );
}
