import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { recordGaps } from './record-gaps.ts';

/** Names the years for which the record has nothing, so that an empty place in the drawing is not taken for a fact. */
export function GapsNote() {
  const { t, date, list } = useI18n();
  const { meetings, exchangeYears, failure } = useRecord();
  const { asOf } = useAsOf();
  // Lists that could not be had say nothing about gaps.
  if (failure !== null) return null;
  if (meetings.length + exchangeYears.length === 0) return null;
  const gaps = recordGaps(meetings, exchangeYears, asOf);
  const said = (['exchangeYears', 'meetings'] as const).flatMap((what) =>
    gaps[what].length === 0
      ? []
      : [t(`calendar.gap-${what}`, { years: list(gaps[what].map((years) => date(years))) })],
  );
  return (
    <>
      {said.length > 0
        ? said.join(' ')
        : exchangeYears.length > 0 && meetings.length > 0 && t('calendar.gap-none')}
    </>
  );
}
