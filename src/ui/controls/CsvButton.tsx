import { useId } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { SPREADSHEET_FORMS, type SpreadsheetForm } from '#src/lib/csv.ts';
import { Button } from './Button.tsx';
import styles from './CsvButton.module.css';
import { useCsvForm } from './use-csv-form.ts';

interface Props {
  label: string;
  isBusy?: boolean;
  onSave: (form: SpreadsheetForm) => void;
}

/** Saves a file for spreadsheets; beside it stands how its columns are separated, which differs by region. */
export function CsvButton({ label, isBusy = false, onSave }: Props) {
  const { t } = useI18n();
  const [form, choose] = useCsvForm();
  const id = useId();
  return (
    <span className={styles.pair}>
      <Button disabled={isBusy} onClick={() => onSave(form)}>
        {label}
      </Button>
      <label htmlFor={id} className="visually-hidden">
        {t('app.csvForm')}
      </label>
      <select
        id={id}
        title={t('app.csvForm')}
        value={form}
        onChange={({ target }) =>
          choose(SPREADSHEET_FORMS.find((one) => one === target.value) ?? form)
        }
      >
        {SPREADSHEET_FORMS.map((one) => (
          <option key={one} value={one}>
            {t(`app.csvForm-${one}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
