import type { Choice } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { PERCENT_TENTHS, TENTHS } from '#src/lib/comparison/tenths.ts';

/** Puts a value of the scale into words, to a tenth: of a percent for a share, of an entry for a rate. */
export function useScaleWords(scale: Choice<'scale'>): (value: number) => string {
  const { number } = useI18n();
  return (value) => number(value, scale === 'share' ? PERCENT_TENTHS : TENTHS);
}
