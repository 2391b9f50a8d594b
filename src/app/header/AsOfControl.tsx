import { useEffect, useEffectEvent, useId, useRef } from 'react';

import { isDay, LAST_DAY } from '#src/api/edtf.ts';
import { readShared } from '#src/address/shared-parameters.ts';
import { useAsOf, useChangeAddress } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { today } from '#src/lib/dates/clock.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { shownAddress, useBegun } from '#src/ui/shown-address.ts';
import styles from './Header.module.css';

/** How long keys have to rest until the date is taken: one that is typed passes through others, arrows step on. */
const TYPED_MS = 1000;
const STEPPED_MS = 300;

const inAddress = () => readShared('asOf', shownAddress().search) ?? today();

/** Years typed digit by digit pass through 0002 and 0020 on their way to 2024. */
const isTaken = (day: string) => isDay(day) && day >= '1000';

/** The date field's own life: a date that is being typed or stepped to stays the field's until the keys rest. */
function useDateField(asOf: string) {
  const change = useChangeAddress();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** 0 where no key is behind a change: a date from the picker is whole. */
  const rest = useRef(0);
  const show = (day: string) => {
    if (field.current !== null) field.current.value = day;
  };
  const { begin, end, isBegun } = useBegun(() => {
    clearTimeout(timer.current);
    show(inAddress());
  });
  const onDay = useEffectEvent((day: string) => {
    if (!isBegun()) show(day);
  });
  useEffect(() => onDay(asOf), [asOf]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const drop = () => {
    clearTimeout(timer.current);
    end();
  };
  const settle = () => {
    // Who only passes through has chosen nothing, and the day may have changed meanwhile.
    if (!isBegun()) return;
    drop();
    const day = field.current?.value ?? '';
    if (isTaken(day) && day !== inAddress()) change({ asOf: day });
  };
  return {
    drop,
    props: {
      ref: field,
      onChange: () => {
        clearTimeout(timer.current);
        begin();
        if (rest.current === 0) settle();
        else timer.current = setTimeout(settle, rest.current);
      },
      onKeyDown: ({ key }: { key: string }) => {
        rest.current = /^(Arrow|Page|Home|End)/.test(key) ? STEPPED_MS : TYPED_MS;
        if (key === 'Enter') settle();
      },
      onPointerDown: () => {
        rest.current = 0;
      },
      onBlur: () => {
        rest.current = 0;
        settle();
        // What is not taken is none to go by: the date that the views go by shows again.
        if (field.current !== null && !isTaken(field.current.value)) show(inAddress());
      },
    },
  };
}

/** The day from which every status is derived; the address holds it, today is the default. */
export function AsOfControl() {
  const { t, date } = useI18n();
  const { asOf, isAsOfChosen } = useAsOf();
  const change = useChangeAddress();
  const id = useId();
  const { props, drop } = useDateField(asOf);
  return (
    <span className={styles.setting}>
      <label htmlFor={id}>{t('app.asOf')}</label>
      <span className={styles.date}>
        {/* Without a last day a browser takes six digits for a year, and no date comes of what is typed on. */}
        <input id={id} type="date" max={LAST_DAY} defaultValue={asOf} {...props} />
        {/* A browser writes the date as its own language does, which may not be the page's. */}
        <span className={styles.written} aria-hidden="true">
          {date(asOf, 'short')}
        </span>
      </span>
      {isAsOfChosen && (
        <Button
          look="plain"
          onClick={() => {
            drop();
            // This button goes; the date stays.
            document.getElementById(id)?.focus();
            change({ asOf: null });
          }}
        >
          {t('app.asOfReset')}
        </Button>
      )}
    </span>
  );
}
