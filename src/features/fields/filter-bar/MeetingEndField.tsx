import { useId, useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { TextField } from '#src/ui/controls/TextField.tsx';
import { parseEnd, type End, type MeetingMark } from './meeting-ends.ts';
import styles from './MeetingRange.module.css';

interface Props {
  end: End;
  value: string | null;
  meetings: readonly MeetingMark[];
  /** The id of the {@link MeetingOptions} to pick from. */
  listId: string;
  /** Says why a date cannot be the end, or takes it and returns null. */
  onChoose: (value: string | null) => string | null;
}

/** An end of the range to type, as a date of any precision or a meeting's number, or to pick from the meetings. */
export function MeetingEndField({ end, value, meetings, listId, onChoose }: Props) {
  const { t } = useI18n();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const choose = () => {
    if (draft === null) return;
    const typed = parseEnd(draft, meetings);
    const why = typed === undefined ? t('filters.endUnknown') : onChoose(typed);
    setRefusal(why);
    if (why === null) setDraft(null);
  };
  return (
    <div className={styles.end}>
      <label htmlFor={id}>{t(`filters.${end}`)}</label>
      <TextField
        id={id}
        type="text"
        list={listId}
        autoComplete="off"
        placeholder={t(`filters.${end}Any`)}
        value={draft ?? value ?? ''}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : `${id}-refusal`}
        onChange={setDraft}
        onBlur={choose}
        onKeyDown={(event) => {
          if (event.key === 'Enter') choose();
          if (event.key !== 'Escape') return;
          setDraft(null);
          setRefusal(null);
        }}
      />
      {/* Beside the label: within it, it would be a part of the field's name. */}
      {refusal !== null && (
        <span id={`${id}-refusal`} role="alert" className={styles.refusal}>
          {refusal}
        </span>
      )}
    </div>
  );
}
