import { useNavigate } from 'react-router';

import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './BalanceChart.module.css';
import type { BalanceSide } from './BalancePlot.tsx';
import { partColour, partName } from './dimension-words.ts';
import { EvidenceLink } from './EvidenceLink.tsx';
import { FieldRows } from './FieldRows.tsx';
import type { FieldSeries } from './field-series.ts';
import { FieldToggle } from './FieldToggle.tsx';
import toggleStyles from './FieldToggle.module.css';
import { BalancePlot } from './lazy-plots.ts';
import { StackLegend } from './StackLegend.tsx';
import { balanceParties, toBalance, type Balance } from './to-balance.ts';
import { useEvidenceLink } from './use-evidence-link.ts';

const ROW_HEIGHT = 26;
const SIDES = ['first', 'joint', 'second'] as const;

/** Who says it: one party's entries to the left, the other's to the right, the joint ones across the middle. */
export function BalanceChart({ series }: { series: FieldSeries }) {
  const i18n = useI18n();
  const { t, name, number } = i18n;
  const { mechanism, filters } = useView();
  const evidence = useEvidenceLink();
  const navigate = useNavigate();
  const party = balanceParties(mechanism);
  const { bars, reach } = toBalance(series, party);
  const fieldOf = new Map(series.bars.map(({ field }) => [field.id, field]));
  const words = (bar: Balance, side: BalanceSide) =>
    t('fields.partTitle', {
      field: name(fieldOf.get(bar.id)?.name ?? { en: bar.id }),
      part: partName('party', party[side], mechanism, i18n),
      count: bar[side],
    });
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
  const plotted = bars.map((bar) => ({
    ...bar,
    isDimmed: filters.field.length > 0 && !filters.field.includes(bar.id),
  }));
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
            colourOf={(side) => partColour('party', party[side], mechanism)}
            titleOf={words}
            reach={reach}
            rowHeight={rowHeight}
            isBarBelow={isBarBelow}
            onChosen={(bar, side) =>
              void navigate(evidence({ field: bar.id, party: party[side] }), {
                preventScrollReset: true,
              })
            }
          />
        )}
      />
    </>
  );
}
