import { useAsOf } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { isAfter } from '#src/lib/dates/as-of.ts';

/** The exchange years that have begun by the as-of date: of the others there can be no meeting yet. */
export function useBegunYears() {
  const { exchangeYears } = useRecord();
  const { asOf } = useAsOf();
  return exchangeYears.filter(({ years }) => !isAfter(years, asOf));
}
