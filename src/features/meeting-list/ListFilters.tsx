import type { Named } from '#src/api/schemas/common.ts';
import type { MeetingFormat } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './ListFilters.module.css';
import type { ListChoices } from './meeting-rows.ts';
import { formatWords } from '#src/record/value-words.ts';
import { SelectOne } from '#src/ui/controls/SelectOne.tsx';

interface ChoiceProps {
  label: string;
  /** Null where the list is not narrowed by it. */
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | null) => void;
}

/** One choice, or all. */
function OneOrAll({ label, value, options, onChange }: ChoiceProps) {
  const { t } = useI18n();
  return (
    <SelectOne
      label={label}
      value={value ?? ''}
      options={[{ value: '', label: t('meetings.all') }, ...options]}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}

interface Props {
  choices: ListChoices;
  onChange: (change: Partial<ListChoices>) => void;
  chairs: readonly Named[];
  formats: readonly MeetingFormat[];
}

/** What the list can be narrowed to. */
export function ListFilters({ choices, onChange, chairs, formats }: Props) {
  const { t, name } = useI18n();
  const { mechanism } = useRecord();
  const hosts = mechanism.parties.map((party) => ({ value: party.id, label: name(party.name) }));
  return (
    <div className={`${styles.filters} no-print`}>
      <OneOrAll
        label={t('meetings.filterHost')}
        value={choices.host}
        options={[...hosts, { value: 'none', label: t('meetings.noHost') }]}
        onChange={(host) => onChange({ host })}
      />
      <OneOrAll
        label={t('meetings.format')}
        value={choices.format}
        options={formats.map((value) => ({
          value,
          label: formatWords(value, { t }),
        }))}
        onChange={(value) => onChange({ format: formats.find((one) => one === value) ?? null })}
      />
      <OneOrAll
        label={t('meetings.filterChair')}
        value={choices.chair}
        options={chairs.map((chair) => ({ value: chair.id, label: name(chair.name) }))}
        onChange={(chair) => onChange({ chair })}
      />
    </div>
  );
}
