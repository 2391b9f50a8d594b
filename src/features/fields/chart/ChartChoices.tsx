import { memo } from 'react';

import { useParameter } from '#src/address/use-address.ts';
import { type Choice, type ChoiceName, CHOICES, type Values } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { MessageKey } from '#src/i18n/messages.ts';
import { Segmented } from '#src/ui/controls/Segmented.tsx';
import styles from './ChartChoices.module.css';
import { useChartForm } from '../series/use-chart-form.ts';
import { CHART_FORMS } from '../series/chart-forms.ts';

type FieldChoice = Extract<
  ChoiceName,
  'chart' | 'show' | 'measure' | 'stack' | 'per' | 'order' | 'columnOrder'
>;

/** What a chart offers to choose; a choice that would change nothing is not offered. */
const OFFERED: Record<Choice<'chart'>, readonly FieldChoice[]> = {
  bars: ['chart', 'measure', 'stack', 'order'],
  balance: ['chart', 'order'],
  time: ['chart', 'per', 'stack', 'order'],
  heat: ['chart', 'per', 'order', 'columnOrder'],
};

/** A choice of the chart, as buttons in a row. */
export function OneChoice<N extends FieldChoice>({
  name,
  without,
}: {
  name: N;
  without?: Values[N] | undefined;
}) {
  const { t } = useI18n();
  const [value, setValue] = useParameter(name);
  const options: readonly string[] = CHOICES[name];
  return (
    <Segmented
      label={t(`fields.${name}` satisfies MessageKey)}
      value={value}
      onChange={(option) => setValue(option as Values[N])}
      options={options
        .filter((option) => option !== without)
        .map((option) => ({
          value: option,
          label: t(`fields.${name}-${option}` as MessageKey),
        }))}
    />
  );
}

/** Which drawing, what it counts, how it is split and in what order; each in the address. */
export const ChartChoices = memo(function ChartChoices() {
  const { chart, measure } = useChartForm();
  const isOffered = (name: FieldChoice) => name !== 'stack' || measure !== 'meetings';
  return (
    <div className={`${styles.choices} no-print`}>
      {OFFERED[chart].filter(isOffered).map((name) => (
        <OneChoice
          key={name}
          name={name}
          without={
            name === 'order' && CHART_FORMS[chart].columnOrder !== 'chosen'
              ? 'similarity'
              : undefined
          }
        />
      ))}
    </div>
  );
});
