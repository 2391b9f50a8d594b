import { useValue } from '#src/address/use-address.ts';
import type { EntrySort } from '#src/api/params.ts';

/** The order that the entries are asked for in: the one that was chosen, or by account, whose parts they then stand in. */
export function useEntryOrder(): EntrySort {
  const sort = useValue('entrySort');
  const arrange = useValue('arrange');
  return arrange === 'account' ? 'account' : sort;
}
