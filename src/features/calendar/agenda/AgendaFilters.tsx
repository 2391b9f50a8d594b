import { useCallback, useId } from 'react';

import { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { useChangeAddress, useChosenFilters, useParameter } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Chip } from '#src/ui/controls/Chip.tsx';
import { DelayedTextField } from '#src/ui/controls/DelayedTextField.tsx';
import { SelectOne } from '#src/ui/controls/SelectOne.tsx';
import styles from '../items/agenda.module.css';
import { KindGlyph } from '../items/KindGlyph.tsx';
import { itemKindWords } from '../items/item-kind-words.ts';

function KindChoices() {
  const { t } = useI18n();
  const [kinds, setKinds] = useParameter('type');
  return (
    <fieldset className={styles.kinds}>
      <legend className={styles.label}>{t('calendar.type')}</legend>
      {CalendarItemKind.options.map((kind) => (
        <label key={kind} className={styles.kind}>
          <input
            type="checkbox"
            checked={kinds.includes(kind)}
            onChange={(event) =>
              setKinds(
                CalendarItemKind.options.filter((one) =>
                  one === kind ? event.target.checked : kinds.includes(one),
                ),
              )
            }
          />
          <svg width={12} height={12} aria-hidden="true">
            <KindGlyph kind={kind} x={6} y={6} size={9} />
          </svg>
          {itemKindWords(kind, { t })}
        </label>
      ))}
    </fieldset>
  );
}

/** What the agenda is narrowed to: type, field and text, all of it in the address. */
export function AgendaFilters() {
  const { t, name } = useI18n();
  const { taxonomy, exchangeYears } = useRecord();
  const filters = useChosenFilters();
  const change = useChangeAddress();
  const setText = useCallback((q: string) => change({ q }), [change]);
  const id = useId();
  return (
    <div className={`${styles.filters} no-print`} role="search" aria-label={t('calendar.filters')}>
      <KindChoices />
      <SelectOne
        isLabelAbove
        label={t('calendar.field')}
        options={[
          { value: '', label: t('calendar.anyField') },
          ...taxonomy.fields.map((field) => ({ value: field.id, label: name(field.name) })),
        ]}
        value={filters.field[0] ?? ''}
        onChange={(chosen) => change({ field: chosen === '' ? [] : [chosen] })}
      />
      <div className={styles.control}>
        <label className={styles.label} htmlFor={id}>
          {t('calendar.text')}
        </label>
        <DelayedTextField
          id={id}
          maxLength={MAX_QUERY_LENGTH}
          value={filters.q}
          onChange={setText}
        />
      </div>
      {filters.exchangeYear.map((one) => {
        const exchangeYear = exchangeYears.find((year) => year.id === one);
        return (
          <Chip
            key={one}
            name={t('filters.exchangeYear')}
            value={exchangeYear ? name(exchangeYear.name) : one}
            onRemove={() =>
              change({ exchangeYear: filters.exchangeYear.filter((kept) => kept !== one) })
            }
          />
        );
      })}
    </div>
  );
}
