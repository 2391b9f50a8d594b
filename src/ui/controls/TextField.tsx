import { useState, type ComponentProps } from 'react';

import { withoutUnseen } from '#src/lib/shown-text.ts';

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  value: string;
  /** Called with what is seen in the field, never with a word that an input method is still composing. */
  onChange: (text: string) => void;
  /** Called when the composing of a word begins and when it ends, after the word has been handed on. */
  onComposing?: (isComposing: boolean) => void;
}

/**
 * Every text field of the app. "neng" on its way to 能源 shows in the field and is nobody else's business; a word that is
 * dropped leaves no trace.
 */
export function TextField({ value, onChange, onComposing, ...rest }: Props) {
  const [composed, setComposed] = useState<string | null>(null);
  return (
    <input
      {...rest}
      value={composed ?? value}
      // The events' own word on it is not to be relied on: Chrome drops a word in an event that denies the composing.
      onChange={({ target }) =>
        composed === null ? onChange(withoutUnseen(target.value)) : setComposed(target.value)
      }
      onCompositionStart={({ currentTarget }) => {
        setComposed(currentTarget.value);
        onComposing?.(true);
      }}
      onCompositionEnd={({ currentTarget }) => {
        setComposed(null);
        onChange(withoutUnseen(currentTarget.value));
        onComposing?.(false);
      }}
    />
  );
}
