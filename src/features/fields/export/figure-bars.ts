import type { FieldList, Mechanism } from '#src/api/schemas/common.ts';
import { groupColour } from '#src/record/colours.ts';
import { partColour } from '../series/dimension-words.ts';
import type { FieldSeries } from '../series/field-series.ts';
import type { FigureRow } from './figure-svg.ts';
import { balanceParties, toBalance } from '../series/to-balance.ts';
import type { Choice } from '#src/address/parameters.ts';
import { CHART_FORMS } from '../series/chart-forms.ts';

type Stretches = FigureRow['bar'];

function stacked(series: FieldSeries, mechanism: Mechanism, taxonomy: FieldList): Stretches[] {
  const { by, columns, bars } = series;
  return bars.map(({ field, value, parts }) => {
    if (columns.length === 0)
      return [{ from: 0, to: value, colour: groupColour(taxonomy, field.group) }];
    let at = 0;
    return parts.flatMap((part, index) => {
      const from = at;
      at += part;
      const colour = partColour(by, columns[index]?.key ?? '', mechanism);
      return part === 0 ? [] : [{ from, to: at, colour }];
    });
  });
}

/** The stretches of each bar of a figure, and the values at its edges. */
export function figureBars(
  series: FieldSeries,
  chart: Choice<'chart'>,
  mechanism: Mechanism,
  taxonomy: FieldList,
): { bars: Stretches[]; min: number; max: number } {
  const { figure } = CHART_FORMS[chart];
  if (figure === 'stacked')
    return { bars: stacked(series, mechanism, taxonomy), min: 0, max: series.max };
  if (figure !== 'arms') {
    const max = Math.max(1, ...series.bars.flatMap(({ parts }) => parts));
    return { bars: [], min: 0, max };
  }
  const party = balanceParties(mechanism);
  const { bars, reach } = toBalance(series, party);
  const colourOf = (key: string) => partColour('party', key, mechanism);
  const arms = bars.map(({ first, joint, second }) => [
    { from: -joint / 2 - first, to: -joint / 2, colour: colourOf(party.first) },
    { from: -joint / 2, to: joint / 2, colour: colourOf(party.joint) },
    { from: joint / 2, to: joint / 2 + second, colour: colourOf(party.second) },
  ]);
  return {
    bars: arms.map((bar) => bar.filter(({ from, to }) => from !== to)),
    min: -reach,
    max: reach,
  };
}
