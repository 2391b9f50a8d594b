import styles from './Segmented.module.css';

interface Props<Value extends string> {
  label: string;
  /** Of the group, once on a page and the same whenever it is drawn: Chromium keeps every name that a group ever had. */
  name: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  /** Hides the label from view where the choices explain themselves; it is still read out. */
  isLabelHidden?: boolean;
}

/** One choice out of a few, all of them in view: native radio buttons, so the arrow keys work as everywhere. */
export function Segmented<Value extends string>(props: Props<Value>) {
  const { label, name, options, value, onChange, isLabelHidden = false } = props;
  return (
    <fieldset className={styles.group}>
      <legend className={isLabelHidden ? 'visually-hidden' : styles.legend}>{label}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
