import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';

/** The names of the two parties, by the order of the API's list. */
export function useBalanceNames(): { first: string; second: string } {
  const { name } = useI18n();
  const [first, second] = useRecord().mechanism.parties;
  return { first: first ? name(first.name) : '', second: second ? name(second.name) : '' };
}
