import { useParameter } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LANGUAGES } from '#src/i18n/languages.ts';
import { SelectOne } from '#src/ui/controls/SelectOne.tsx';

/** The interface's language. Choosing writes it into the address, so that a link keeps it. */
export function LanguageSelect() {
  const { t, language } = useI18n();
  const [, setLanguage] = useParameter('lang');
  return (
    <SelectOne
      isLabelHidden
      label={t('app.language')}
      options={LANGUAGES.map(({ tag, label }) => ({ value: tag, label, lang: tag }))}
      value={language}
      onChange={setLanguage}
    />
  );
}
