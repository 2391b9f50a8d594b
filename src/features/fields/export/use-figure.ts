import type { Choice } from '#src/address/parameters.ts';
import type { FieldList, Mechanism } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useAsOf, useChosenFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { groupColour } from '#src/record/colours.ts';
import { shownAddress } from '#src/ui/shown-address.ts';
import { partColour, partName } from '../series/dimension-words.ts';
import { shareWords } from '../series/field-finding.ts';
import { toFieldSeries, type FieldSeries } from '../series/field-series.ts';
import type { Figure, FigureRow } from './figure-svg.ts';
import { useBalanceNames, useChartForm, CHART_FORMS } from '../series/use-chart-form.ts';
import { useSeriesOptions } from '../series/use-field-series.ts';
import { useFilterWords } from '../series/use-filter-words.ts';
import { balanceParties, toBalance } from '../series/to-balance.ts';

/** Runs while the page is lit as paper is: a drawing to take away is light, whatever the reader's screen is. */
function onPaper<Result>(build: () => Result): Result {
  const { dataset } = document.documentElement;
  const theme = dataset['theme'];
  dataset['theme'] = 'light';
  try {
    return build();
  } finally {
    if (theme === undefined) delete dataset['theme'];
    else dataset['theme'] = theme;
  }
}

/** A design token as the colour it has now, for files that have no style sheet. */
function plainColour(token: string): string {
  const probe = document.createElement('span');
  probe.style.color = token;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** What stands around the drawing: filters, what is counted, sources, date and address. */
function useFigureWords(summary: FieldSummary): () => Pick<Figure, 'lead' | 'foot'> {
  const { t, name, date } = useI18n();
  const { mechanism } = useRecord();
  const { asOf } = useAsOf();
  const filters = useChosenFilters();
  const { chart, measure } = useChartForm();
  const filterWords = useFilterWords();
  const { first, second } = useBalanceNames();
  return () => {
    const active = filterWords(filters).map((one) => `${one.name}: ${one.value}`);
    const counted =
      chart === 'balance'
        ? t('fields.chartLead-balance', { first, second })
        : t(`fields.chartLead-${measure}`);
    const foot = t('fields.figureSources', {
      entries: summary.total.entries,
      sources: summary.total.sources,
      date: date(asOf),
      mechanism: name(mechanism.name),
      version: mechanism.dataVersion,
    });
    return {
      lead: [active.length === 0 ? t('fields.noFilters') : active.join('; '), counted],
      foot: [foot, shownAddress().href],
    };
  };
}

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
function figureBars(
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

/** What is drawn on screen as a figure of its own, with title, filters, sources, date and address in it. */
export function useFigure(summary: FieldSummary, finding: string): () => Figure {
  const i18n = useI18n();
  const { t, name, number, language } = i18n;
  const { mechanism, taxonomy } = useRecord();
  const { chart, measure } = useChartForm();
  const options = useSeriesOptions();
  const wordsAround = useFigureWords(summary);
  const { figure, columnOrder } = CHART_FORMS[chart];
  const isOverTime = columnOrder !== null;
  return () =>
    onPaper(() => {
      const series = toFieldSeries(summary, options);
      const { by, columns, total } = series;
      const words = wordsAround();
      const { bars, min, max } = figureBars(series, chart, mechanism, taxonomy);
      return {
        ...words,
        lead: [
          ...words.lead,
          ...(figure === 'small-bars' ? [t('fields.multiples', { max })] : []),
          ...(figure === 'shades' ? [t('entries.figureHeat')] : []),
        ],
        title: finding,
        language,
        legend: isOverTime
          ? []
          : columns.map(({ key }) => ({
              label: partName(by, key, mechanism, i18n),
              colour: plainColour(partColour(by, key, mechanism)),
            })),
        columns: isOverTime
          ? columns.map(({ key, entries, sources }) => ({
              key,
              count: entries,
              total: number(entries),
              isUnread: sources === 0,
            }))
          : [],
        cells: figure === 'shades' ? 'heat' : 'bars',
        totalLabel: t('fields.totalOnce'),
        rows: series.bars.map(({ field, value, parts }, index) => ({
          label: name(field.name),
          value: measure === 'share' ? shareWords(value, total.entries, i18n) : number(value),
          bar: (bars[index] ?? []).map((one) => ({ ...one, colour: plainColour(one.colour) })),
          cells: isOverTime ? parts : [],
          colour: plainColour(groupColour(taxonomy, field.group)),
        })),
        min,
        max,
        colours: {
          ink: plainColour('var(--ink)'),
          faint: plainColour('var(--ink-2)'),
          paper: plainColour('var(--paper)'),
          rule: plainColour('var(--rule-strong)'),
          heat: plainColour('var(--link)'),
        },
      };
    });
}
