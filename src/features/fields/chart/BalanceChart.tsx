import { useCallback, useMemo } from 'react';

import { useValue } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './BalanceChart.module.css';
import { partColour, partName } from '../series/dimension-words.ts';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';
import type { PlotBar } from '../plot/FieldBar.tsx';
import { FieldRows } from '../plot/FieldRows.tsx';
import type { FieldSeries } from '../series/field-series.ts';
import { FieldToggle } from '../plot/FieldToggle.tsx';
import toggleStyles from '../plot/FieldToggle.module.css';
import { StackLegend } from '../plot/StackLegend.tsx';
import { balanceParties, toBalance } from '../series/to-balance.ts';

const SIDES = ['first', 'joint', 'second'] as const;

/** The balance of every field and how it is drawn, the same until the numbers or the words are others. */
function usePlotted(series: FieldSeries) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const chosen = useValue('field').join(' ');
  return useMemo(() => {
    const party = balanceParties(mechanism);
    const { bars, reach } = toBalance(series, party);
    const fields = chosen.split(' ');
    const nameOf = new Map(series.bars.map(({ field }) => [field.id, i18n.name(field.name)]));
    return {
      reach,
      // What both say together straddles the middle, half of it on either side.
      bars: bars.map(({ id, first, joint, second }) => ({
        id,
        from: -joint / 2 - first,
        parts: [first, joint, second],
        isDimmed: chosen !== '' && !fields.includes(id),
      })),
      parts: SIDES.map((side) => ({
        key: party[side],
        colourOf: () => partColour('party', party[side], mechanism),
        titleOf: ({ id }: PlotBar, count: number) =>
          i18n.t('fields.partTitle', {
            field: nameOf.get(id) ?? id,
            part: partName('party', party[side], mechanism, i18n),
            count,
          }),
      })),
    };
  }, [series, mechanism, chosen, i18n]);
}

/** Who says it: one party's entries to the left, the other's to the right, the joint ones across the middle. */
export function BalanceChart({ series }: { series: FieldSeries }) {
  const { t, number } = useI18n();
  const { bars, parts, reach } = usePlotted(series);
  const targetOf = useCallback(
    (bar: PlotBar, party: string) => ({ cell: { field: bar.id, party } }),
    [],
  );
  const fieldOf = new Map(series.bars.map(({ field }) => [field.id, field]));
  const rows = bars.map((bar) => {
    const field = fieldOf.get(bar.id);
    return {
      bar,
      label: field && <FieldToggle field={field} />,
      value: (
        <span className={styles.values}>
          {parts.map(({ key, titleOf }, index) => {
            const count = bar.parts[index] ?? 0;
            return count === 0 ? (
              <span key={key} className={toggleStyles.count} title={titleOf(bar, 0)}>
                –
              </span>
            ) : (
              <EvidenceLink
                key={key}
                cell={{ field: bar.id, party: key }}
                className={toggleStyles.count}
                label={titleOf(bar, count)}
              >
                {number(count)}
              </EvidenceLink>
            );
          })}
        </span>
      ),
    };
  });
  return (
    <>
      <StackLegend by="party" keys={parts.map(({ key }) => key)} />
      <FieldRows
        label={t('fields.listLabel')}
        rows={rows}
        hasWideValues
        scale={{ parts, max: reach, isBalanced: true, targetOf }}
      />
    </>
  );
}
