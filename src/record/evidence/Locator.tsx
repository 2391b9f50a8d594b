import type { Translator } from '#src/i18n/translator.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { RecordText } from '../RecordText.tsx';

const PARAGRAPHS = /\bparagraphs? (\d+(?:(?:, | and |[-–])\d+)*)/;
const WHOLE = /^paragraphs? (\d+(?:(?:, | and |[-–])\d+)*)$/;

/** The numbers of "5 and 6" or "1, 2 and 4", and ranges as they are. */
const partsOf = (numbers: string) => numbers.split(/, | and /);

/** The place in a document in few words: counted paragraphs as signs, else its own words. */
export function shortLocator(locator: string): string {
  const numbers = PARAGRAPHS.exec(locator)?.[1];
  return numbers === undefined ? locator : `¶ ${partsOf(numbers).join(', ')}`;
}

/** The place in a document in signs alone: one that is told in words has only the sign that there is a place. */
export function locatorSign(locator: string): string {
  return PARAGRAPHS.test(locator) ? shortLocator(locator) : '§';
}

/** The place in a document in the words of the interface; null where the record's own words say more than that. */
export function locatorWords(
  locator: string,
  { t, list }: Pick<Translator, 't' | 'list'>,
): string | null {
  const numbers = WHOLE.exec(locator)?.[1];
  if (numbers === undefined) return null;
  const parts = partsOf(numbers);
  const isOne = parts.length === 1 && /^\d+$/.test(numbers);
  return t('record.paragraphs', { count: isOne ? 1 : 2, numbers: list(parts) });
}

/** The place in a document: in the interface's words where they are the same, else as the record has it. */
export function Locator({ of: locator }: { of: string }) {
  const words = locatorWords(locator, useI18n());
  return words ?? <RecordText of={{ text: locator, lang: 'en' }} />;
}
