import { useI18n } from '#src/i18n/I18nContext.tsx';
import { useBalanceNames } from './use-balance-names.ts';
import { useChartForm } from './use-chart-form.ts';

/** What the drawing that the address asks for shows; its table twin has the same numbers and the same name. */
export function useChartTitle(): string {
  const { t } = useI18n();
  const { chart, measure } = useChartForm();
  const names = useBalanceNames();
  return chart === 'bars'
    ? t(`fields.chartTitle-${measure}`)
    : t(`fields.chartTitle-${chart}`, names);
}
