import { useCallback, useMemo } from 'react';

import { useValue } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './BalanceChart.module.css';
import type { BalanceSide } from '../plot/BalancePlot.tsx';
import { partColour, partName } from '../series/dimension-words.ts';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';
import { FieldRows } from '../plot/FieldRows.tsx';
import type { FieldSeries } from '../series/field-series.ts';
import { FieldToggle } from '../plot/FieldToggle.tsx';
import toggleStyles from '../plot/FieldToggle.module.css';
import { BalancePlot } from '../plot/lazy-plots.ts';
import { StackLegend } from '../plot/StackLegend.tsx';
import { balanceParties, toBalance, type Balance } from '../series/to-balance.ts';

const ROW_HEIGHT = 26;
const SIDES = ['first', 'joint', 'second'] as const;

/** The balance of every field and how it is drawn, the same until the numbers are others. */
function useBalance(series: FieldSeries) {
  const { mechanism } = useRecord();
  const focused = useValue('field');
  const chosen = focused.join(' ');
  return useMemo(() => {
    const sides = balanceParties(mechanism);
    const balance = toBalance(series, sides);
    const fields = chosen.split(' ');
    return {
      ...balance,
      party: sides,
      plotted: balance.bars.map((bar) => ({
        ...bar,
        isDimmed: chosen !== '' && !fields.includes(bar.id),
      })),
      fieldOf: new Map(series.bars.map(({ field }) => [field.id, field])),
    };
  }, [series, mechanism, chosen]);
}

/** Who says it: one party's entries to the left, the other's to the right, the joint ones across the middle. */
export function BalanceChart({ series }: { series: FieldSeries }) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { mechanism } = useRecord();
  const { party, bars, reach, plotted, fieldOf } = useBalance(series);
  const words = useCallback(
    (bar: Balance, side: BalanceSide) =>
      i18n.t('fields.partTitle', {
        field: i18n.name(fieldOf.get(bar.id)?.name ?? { en: bar.id }),
        part: partName('party', party[side], mechanism, i18n),
        count: bar[side],
      }),
    [fieldOf, party, mechanism, i18n],
  );
  const colourOf = useCallback(
    (side: BalanceSide) => partColour('party', party[side], mechanism),
    [party, mechanism],
  );
  const aimOf = useCallback(
    (bar: Balance, side: BalanceSide) => ({ cell: { field: bar.id, party: party[side] } }),
    [party],
  );
  const rows = bars.map((bar) => {
    const field = fieldOf.get(bar.id);
    return {
      id: bar.id,
      label: field && <FieldToggle field={field} />,
      value: (
        <span className={styles.values}>
          {SIDES.map((side) =>
            bar[side] === 0 ? (
              <span key={side} className={toggleStyles.count} title={words(bar, side)}>
                –
              </span>
            ) : (
              <EvidenceLink
                key={side}
                cell={{ field: bar.id, party: party[side] }}
                className={toggleStyles.count}
                label={words(bar, side)}
              >
                {number(bar[side])}
              </EvidenceLink>
            ),
          )}
        </span>
      ),
    };
  });
  return (
    <>
      <StackLegend by="party" keys={SIDES.map((side) => party[side])} />
      <FieldRows
        label={t('fields.listLabel')}
        rows={rows}
        rowHeight={ROW_HEIGHT}
        hasWideValues
        renderPlot={(rowHeight, isBarBelow) => (
          <BalancePlot
            bars={plotted}
            colourOf={colourOf}
            titleOf={words}
            reach={reach}
            rowHeight={rowHeight}
            isBarBelow={isBarBelow}
            aimOf={aimOf}
          />
        )}
      />
    </>
  );
}
