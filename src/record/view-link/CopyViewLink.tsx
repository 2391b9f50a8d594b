import { useState } from 'react';

import { useAsOf, useChangedSearch } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LANGUAGES } from '#src/i18n/languages.ts';
import { CopyButton } from '#src/ui/controls/CopyButton.tsx';
import { Menu } from '#src/ui/controls/Menu.tsx';
import { SelectOne } from '#src/ui/controls/SelectOne.tsx';
import { shownAddress } from '#src/ui/shown-address.ts';
import styles from './CopyViewLink.module.css';

const OFFERED = LANGUAGES.map(({ tag, label }) => ({ value: tag, label }));

/** The address of what is on screen: as it stands, or with all fixed in it that the day, the data and the reader's browser would decide. */
export function CopyViewLink() {
  const { t, date, language } = useI18n();
  const { asOf } = useAsOf();
  const { dataVersion } = useRecord().mechanism;
  const searchWith = useChangedSearch();
  const [chosen, choose] = useState<typeof language | null>(null);
  const lang = chosen ?? language;
  const fixedAddress = () => {
    const { origin, pathname, hash } = shownAddress();
    return `${origin}${pathname}${searchWith({ lang, asOf, data: dataVersion })}${hash}`;
  };
  return (
    <span className={styles.pair}>
      <CopyButton look="bordered" label={t('view.copyLink')} text={() => shownAddress().href} />
      <Menu label={t('view.fixedLink')} isLabelHidden>
        <p className={styles.words}>
          {t('view.fixedText', { date: date(asOf), version: dataVersion })}
        </p>
        <SelectOne label={t('view.opensIn')} options={OFFERED} value={lang} onChange={choose} />
        <CopyButton look="bordered" label={t('view.copyFixed')} text={fixedAddress} />
      </Menu>
    </span>
  );
}
