import { memo } from 'react';

import { useParameter } from '#src/address/use-address.ts';
import { type Choice, type ChoiceName, CHOICES, type Values } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { MessageKey } from '#src/i18n/messages.ts';
import { Menu } from '#src/ui/controls/Menu.tsx';
import { Segmented } from '#src/ui/controls/Segmented.tsx';
import { SelectOne } from '#src/ui/controls/SelectOne.tsx';
import styles from './ChartChoices.module.css';
import { useChartForm, CHART_FORMS } from '../series/use-chart-form.ts';

type FieldChoice = Extract<
  ChoiceName,
  'chart' | 'show' | 'measure' | 'stack' | 'per' | 'order' | 'columnOrder'
>;

/** What a chart offers to choose; a choice that would change nothing is not offered. */
interface Offered {
  /** What is counted, and how it is split: said beside the chart, since it says what is seen. */
  counted: readonly FieldChoice[];
  laidOut: readonly FieldChoice[];
}

const OFFERED: Record<Choice<'chart'>, Offered> = {
  bars: { counted: ['measure', 'stack'], laidOut: ['order', 'show'] },
  balance: { counted: [], laidOut: ['order', 'show'] },
  time: { counted: ['per', 'stack'], laidOut: ['order', 'show'] },
  heat: { counted: ['per'], laidOut: ['order', 'columnOrder', 'show'] },
};

/** A choice of the chart: in a row where each is in view, or with only the chosen one. */
function OneChoice<N extends FieldChoice>({
  name,
  isInRow = false,
  without,
}: {
  name: N;
  isInRow?: boolean;
  without?: Values[N] | undefined;
}) {
  const { t } = useI18n();
  const [value, setValue] = useParameter(name);
  const options: readonly string[] = CHOICES[name];
  const choice = {
    label: t(`fields.${name}` satisfies MessageKey),
    value,
    onChange: (option: string) => setValue(option as Values[N]),
    options: options
      .filter((option) => option !== without)
      .map((option) => ({ value: option, label: t(`fields.${name}-${option}` as MessageKey) })),
  };
  return isInRow ? <Segmented name={name} {...choice} /> : <SelectOne {...choice} />;
}

/** Which drawing, what it counts and how it is split; each in the address. */
export const ChartChoices = memo(function ChartChoices() {
  const { chart, measure } = useChartForm();
  return (
    <div className={`${styles.choices} no-print`}>
      <OneChoice name="chart" isInRow />
      {OFFERED[chart].counted
        .filter((name) => name !== 'stack' || measure !== 'meetings')
        .map((name) => (
          <OneChoice key={name} name={name} />
        ))}
    </div>
  );
});

/** In what order the drawing stands, and whether as a table; each in the address. */
export const ViewMenu = memo(function ViewMenu() {
  const { t } = useI18n();
  const { chart } = useChartForm();
  return (
    <Menu label={t('fields.view')}>
      {OFFERED[chart].laidOut.map((name) => (
        <OneChoice
          key={name}
          name={name}
          isInRow
          without={
            name === 'order' && CHART_FORMS[chart].columnOrder !== 'chosen'
              ? 'similarity'
              : undefined
          }
        />
      ))}
    </Menu>
  );
});
