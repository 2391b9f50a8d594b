import { useRecord } from '#src/api/RecordContext.ts';
import type { LanguageMap } from '#src/api/schemas/common.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { nativeName, shownName } from '#src/lib/native-name.ts';
import styles from './PersonName.module.css';

interface Props {
  name: LanguageMap;
  /** The id of the person's party, whose country tells the name's own script. */
  party: string;
}

/** A person's name in the interface's language and, where it differs, as it is written at home. */
export function PersonName({ name, party }: Props) {
  const { mechanism } = useRecord();
  const { language } = useI18n();
  const shown = shownName(name, language);
  const country = mechanism.parties.find(({ id }) => id === party)?.country;
  const native = country === undefined ? null : nativeName(name, country, shown);
  return (
    <>
      <span lang={shown.lang} dir="auto">
        {shown.text}
      </span>
      {native !== null && (
        <>
          {' '}
          <span lang={native.lang} dir="auto" translate="no" className={styles.native}>
            {native.text}
          </span>
        </>
      )}
    </>
  );
}
