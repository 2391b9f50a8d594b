import type { KeyboardEvent } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { TextField } from '#src/ui/controls/TextField.tsx';
import styles from './SearchDialog.module.css';

/** Where a key leads in a list of options: from which one, out of how many. */
const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  PageDown: (at, count) => Math.min(at + 5, count - 1),
  PageUp: (at) => Math.max(at - 5, 0),
};

interface Props {
  value: string;
  listId: string;
  /** The element of the option that the keys stand on. */
  activeId: string | undefined;
  at: number;
  count: number;
  onType: (value: string) => void;
  /** Called when an input method begins a word and when it ends it. */
  onComposing: (isComposing: boolean) => void;
  onStep: (at: number) => void;
  onEnter: () => void;
}

/** The field, as a combobox whose list is always open: keys pass the options while the focus stays here. */
export function SearchField(props: Props) {
  const { value, listId, activeId, at, count, onType, onComposing, onStep, onEnter } = props;
  const { t } = useI18n();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      onStep(step(at, count));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
    }
  };
  return (
    <TextField
      type="text"
      role="combobox"
      className={styles.input}
      aria-label={t('search.label')}
      aria-expanded={count > 0}
      aria-controls={listId}
      aria-autocomplete="list"
      aria-activedescendant={activeId}
      placeholder={t('search.placeholder')}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      enterKeyHint="go"
      dir="auto"
      value={value}
      onChange={onType}
      onComposing={onComposing}
      onKeyDown={onKeyDown}
    />
  );
}
