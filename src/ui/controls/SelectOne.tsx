import { useId } from 'react';

import styles from './SelectOne.module.css';

interface Props<Value extends string> {
  label: string;
  /** `lang` where the label of one is in its own language. */
  options: readonly { value: Value; label: string; lang?: string }[];
  value: Value;
  onChange: (value: Value) => void;
  /** Hides the label from view where the choices explain themselves; it is still read out. */
  isLabelHidden?: boolean;
  isLabelAbove?: boolean;
}

/** One choice out of a few, of which only the chosen one is in view. */
export function SelectOne<Value extends string>(props: Props<Value>) {
  const { label, options, value, onChange, isLabelHidden = false, isLabelAbove = false } = props;
  const id = useId();
  return (
    <span className={`${styles.pair} ${isLabelAbove ? styles.stacked : ''}`}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            lang={option.lang}
            translate={option.lang === undefined ? undefined : 'no'}
          >
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

interface OneOrAllProps extends Omit<Props<string>, 'value' | 'onChange'> {
  /** What it is called that nothing is chosen. */
  all: string;
  /** Null where nothing is chosen. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** One choice out of a few, or all of them. */
export function OneOrAll({ all, value, options, onChange, ...rest }: OneOrAllProps) {
  return (
    <SelectOne
      {...rest}
      value={value ?? ''}
      options={[{ value: '', label: all }, ...options]}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}
