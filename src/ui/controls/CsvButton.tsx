import { useId, useSyncExternalStore } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { SPREADSHEET_FORMS, type SpreadsheetForm } from '#src/lib/csv.ts';
import { keepStored, readStored } from '#src/lib/stored.ts';
import { Button } from './Button.tsx';
import styles from './CsvButton.module.css';

interface Props {
  label: string;
  isBusy?: boolean;
  onSave: (form: SpreadsheetForm) => void;
}

const STORAGE_KEY = 'communique-csv';

/**
 * What the reader's spreadsheet most likely takes: where numbers have a decimal comma, lists are separated by semicolons.
 * By the browser's language, which goes with the machine's region, and not by the one that the app is read in.
 */
function usualForm(): SpreadsheetForm {
  const half = new Intl.NumberFormat(navigator.language).format(0.5);
  return half.includes(',') ? 'semicolon' : 'comma';
}

function storedForm(): SpreadsheetForm {
  const stored = readStored(STORAGE_KEY);
  return SPREADSHEET_FORMS.find((form) => form === stored) ?? usualForm();
}

let held: SpreadsheetForm | null = null;
const listeners = new Set<() => void>();
const currentForm = () => (held ??= storedForm());
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function keepForm(form: SpreadsheetForm): void {
  held = form;
  keepStored(STORAGE_KEY, form);
  for (const listener of listeners) listener();
}

/** How files for spreadsheets separate their columns: one choice for all of them, kept for the next visit. */
function useCsvForm(): [SpreadsheetForm, (form: SpreadsheetForm) => void] {
  return [useSyncExternalStore(subscribe, currentForm), keepForm];
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
