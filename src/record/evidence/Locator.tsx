import { useI18n } from '#src/i18n/I18nContext.tsx';
import { RecordText } from '../RecordText.tsx';
import { locatorWords } from './locator-words.ts';

/** The place in a document: in the interface's words where they are the same, else as the record has it. */
export function Locator({ of: locator }: { of: string }) {
  const words = locatorWords(locator, useI18n());
  return words ?? <RecordText of={{ text: locator, lang: 'en' }} />;
}
