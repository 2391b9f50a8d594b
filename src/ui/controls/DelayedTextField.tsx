import { useEffect, useId, useRef, useState, type ComponentProps } from 'react';

import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import styles from './SelectOne.module.css';
import { TextField } from './TextField.tsx';

interface Props extends Omit<ComponentProps<typeof TextField>, 'type' | 'onComposing'> {
  value: string;
  /** Called with the trimmed text once the typing pauses. */
  onChange: (value: string) => void;
}

const PAUSE_MS = 250;

/**
 * A text field whose value lives in the address: what is typed shows at once and is handed on after a pause, and a step
 * back or a cleared filter shows in the field without ever taking a keystroke away.
 */
export function DelayedTextField({ value, onChange, ...rest }: Props) {
  const [draft, setDraft] = useState(value);
  const [isComposing, setIsComposing] = useState(false);
  /** What was handed on and has not come back as `value` yet: such a value is an echo, not a change from elsewhere. */
  const echoes = useRef<string[]>([]);
  const settled = useRef(value);
  useEffect(() => {
    const echo = echoes.current.indexOf(value);
    if (echo >= 0) echoes.current.splice(0, echo + 1);
    else if (value !== settled.current) setDraft(value);
    if (echoes.current.length === 0) settled.current = value;
  }, [value]);
  useEffect(() => {
    const text = draft.trim();
    if (isComposing || text === (echoes.current.at(-1) ?? settled.current)) return undefined;
    const timer = setTimeout(() => {
      echoes.current.push(text);
      onChange(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, isComposing, onChange]);
  return (
    <TextField
      {...rest}
      type="search"
      value={draft}
      onChange={setDraft}
      onComposing={setIsComposing}
    />
  );
}

interface LabelledProps extends Pick<Props, 'value' | 'onChange'> {
  label: string;
  className?: string | undefined;
}

/** Words to look for, under their label, as the lists beside it have theirs. */
export function LabelledText({ label, className = '', ...field }: LabelledProps) {
  const id = useId();
  return (
    <p className={`${styles.pair} ${styles.stacked} ${className}`}>
      <label htmlFor={id}>{label}</label>
      <DelayedTextField id={id} maxLength={MAX_QUERY_LENGTH} {...field} />
    </p>
  );
}
