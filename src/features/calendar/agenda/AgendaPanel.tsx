import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { intervalOf, lastDay } from '#src/api/edtf.ts';
import type { CalendarParams } from '#src/api/params.ts';
import { calendarQuery } from '#src/api/queries.ts';
import {
  useAsOf,
  useFilters,
  useValue,
  useChangeAddress,
  useChosenFilters,
  useParameter,
} from '#src/address/use-address.ts';
import { type CalendarItem, CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LateTextOffers } from '#src/record/matches/late-text-offers.ts';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { useRecord } from '#src/api/RecordContext.ts';
import { Chip } from '#src/ui/controls/Chip.tsx';
import { LabelledText } from '#src/ui/controls/DelayedTextField.tsx';
import { OneOrAll } from '#src/ui/controls/SelectOne.tsx';
import styles from '../items/agenda.module.css';
import { latestFirst, toAgenda } from '../items/agenda.ts';
import { AgendaList } from '../items/AgendaList.tsx';
import { CalendarFileActions } from '../items/CalendarFileActions.tsx';
import { KindGlyph } from '../items/KindGlyph.tsx';
import { itemKindWords } from '../items/mark-words.ts';

/** What the agenda asks for: the filters that dated things have. */
function useAgendaParams(): CalendarParams {
  const filters = useFilters();
  const kind = useValue('type');
  const { field, exchangeYear, q } = filters;
  return useMemo(
    () => ({
      ...(kind.length > 0 && { kind: [...kind] }),
      ...(field.length > 0 && { field }),
      ...(exchangeYear.length > 0 && { exchangeYear }),
      ...(q !== '' && { q }),
    }),
    [kind, field, exchangeYear, q],
  );
}

/** Opens at the as-of date: what is to come in order, then what has been, the latest first. */
function FromAsOf({ items }: { items: readonly CalendarItem[] }) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const { past = [], toCome = [] } = Object.groupBy(items, (item) =>
    lastDay(intervalOf(item)) > asOf ? 'toCome' : 'past',
  );
  return (
    <>
      <AgendaList years={toAgenda(toCome)} />
      {past.length > 0 && (
        <p className={`${styles.asOf} small quiet`}>
          {t('calendar.pastHead', { date: date(asOf) })}
        </p>
      )}
      <AgendaList years={latestFirst(toAgenda(past))} />
    </>
  );
}

/** Everything dated as a list by month: the form for reading through, for printing and for taking along. */
export function AgendaPanel() {
  const { t } = useI18n();
  const params = useAgendaParams();
  const query = useQuery(calendarQuery(useApi(), params));
  const total = query.data?.total;
  return (
    <Panel
      title={
        total === undefined ? t('calendar.agenda') : t('calendar.agendaCount', { count: total })
      }
      lead={t('calendar.agendaLead')}
      actions={query.data && <CalendarFileActions list={query.data} params={params} />}
    >
      <AgendaFilters />
      <QueryView query={query} height={600}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <>
                <p>
                  {t(
                    Object.keys(params).length === 0
                      ? 'calendar.agendaNone'
                      : 'calendar.agendaEmpty',
                  )}
                </p>
                <LateTextOffers />
              </>
            ) : (
              <FromAsOf items={items} />
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function KindChoices() {
  const { t } = useI18n();
  const [kinds, setKinds] = useParameter('type');
  return (
    <fieldset className={styles.kinds}>
      <legend className="tiny quiet">{t('calendar.type')}</legend>
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

function AgendaFilters() {
  const { t, name } = useI18n();
  const { taxonomy, exchangeYears } = useRecord();
  const filters = useChosenFilters();
  const change = useChangeAddress();
  const [q, setText] = useParameter('q');
  return (
    <div className={`${styles.filters} no-print`} role="search" aria-label={t('calendar.filters')}>
      <KindChoices />
      <OneOrAll
        isLabelAbove
        label={t('calendar.field')}
        all={t('calendar.anyField')}
        options={taxonomy.fields.map((field) => ({ value: field.id, label: name(field.name) }))}
        value={filters.field[0] ?? null}
        onChange={(chosen) => change({ field: chosen === null ? [] : [chosen] })}
      />
      <LabelledText label={t('calendar.text')} value={q} onChange={setText} />
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
