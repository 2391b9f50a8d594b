import { useId } from 'react';

import { isDay } from '#src/api/edtf.ts';
import { useChangeAsOf } from '#src/filters/use-change-as-of.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/Button.tsx';
import styles from './settings.module.css';

/** The day from which every status is derived; the address holds it, today is the default. */
export function AsOfControl() {
  const { t } = useI18n();
  const { asOf, isAsOfChosen } = useView();
  const change = useChangeAsOf();
  const id = useId();
  return (
    <span className={styles.setting}>
      <label htmlFor={id}>{t('app.asOf')}</label>
      <input
        // A half-typed date must not be written over by the last whole one.
        key={asOf}
        id={id}
        type="date"
        className={styles.control}
        defaultValue={asOf}
        onChange={(event) => {
          const day = event.target.value;
          // Years typed digit by digit pass through 0002 and 0020 on their way to 2024.
          if (isDay(day) && day >= '1000') change(day);
        }}
      />
      {isAsOfChosen && (
        <Button look="plain" onClick={() => change(null)}>
          {t('app.asOfReset')}
        </Button>
      )}
    </span>
  );
}
