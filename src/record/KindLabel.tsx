import type { EntryKind } from '#src/api/schemas/entries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { kindWords } from './value-words.ts';

/** What kind of act an entry is, in words. */
export function KindLabel({ kind }: { kind: EntryKind }) {
  const { t } = useI18n();
  return kindWords(kind, { t });
}
