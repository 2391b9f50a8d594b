import type { Mechanism } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { partyColour } from '#src/record/colours.ts';
import { partyName } from '#src/record/party-name.ts';

export type Stack = 'kind' | 'party' | 'none';

/** The words of a part of a bar: a kind's or a party's name. */
export function partName(
  stack: Stack,
  key: string,
  mechanism: Mechanism,
  i18n: Translator,
): string {
  if (stack === 'party') return partyName(mechanism, key, i18n);
  const kind = EntryKind.options.find((option) => option === key);
  return kind === undefined ? key : i18n.t(`record.kind-${kind}`);
}

/** The colour of a part. Its place in the bar, the legend's order and the table tell it apart without hue. */
export function partColour(stack: Stack, key: string, mechanism: Mechanism): string {
  if (stack === 'party') return partyColour(mechanism, key);
  return `var(--kind-${EntryKind.options.findIndex((option) => option === key) + 1})`;
}
