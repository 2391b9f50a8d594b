import { useSyncExternalStore } from 'react';

import { SPREADSHEET_FORMS, type SpreadsheetForm } from '#src/lib/csv.ts';

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
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return SPREADSHEET_FORMS.find((form) => form === stored) ?? usualForm();
  } catch {
    return usualForm();
  }
}

let held: SpreadsheetForm | null = null;
const listeners = new Set<() => void>();
const currentForm = () => (held ??= storedForm());
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function choose(form: SpreadsheetForm): void {
  held = form;
  try {
    localStorage.setItem(STORAGE_KEY, form);
  } catch {
    // The choice holds for this visit.
  }
  for (const listener of listeners) listener();
}

/** How files for spreadsheets separate their columns: one choice for all of them, kept for the next visit. */
export function useCsvForm(): [SpreadsheetForm, (form: SpreadsheetForm) => void] {
  return [useSyncExternalStore(subscribe, currentForm), choose];
}
