import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { To } from 'react-router';

import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { precisionOf } from '#src/api/edtf.ts';
import { calendarQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { shownText } from '#src/lib/shown-text.ts';
import { FailureNotice } from '#src/ui/waiting/FailureNotice.tsx';
import { Link } from '#src/ui/Link.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { itemKindWords, dateWords, itemTitle, isHollow } from '../items/mark-words.ts';
import { KindGlyph } from '../items/KindGlyph.tsx';
import { useDueMeeting, useDueWords } from '../items/use-due-meeting.ts';
import { useItemLink } from '../items/use-item-link.ts';
import { lastNowNext, type Happening } from './last-now-next.ts';
import styles from './LastNowNext.module.css';

const WHEN = ['last', 'now', 'next'] as const;

/** What is only due, or goes on, has no mark of a day: a ring, dashed for what is not on record yet. */
function Ring({ isDashed }: { isDashed: boolean }) {
  return (
    <circle className={`${styles.ring} ${isDashed ? styles.dashed : ''}`} cx={6} cy={6} r={4.5} />
  );
}

/** A thing's name in one line: what an exchange year's ceremony is of, else what the item itself is called. */
function nameOfItem(item: CalendarItem, i18n: Translator): { text: string; lang: string } {
  const { kind, exchangeYear } = item;
  const isCeremony = kind === 'announced' || kind === 'opening' || kind === 'closing';
  if (!isCeremony || exchangeYear === null) return shownText(itemTitle(item, i18n), i18n.language);
  return {
    text: i18n.t('calendar.ceremonyOf', {
      kind: itemKindWords(kind, i18n),
      name: i18n.name(exchangeYear.name),
    }),
    lang: i18n.language,
  };
}

interface LineProps {
  to: To;
  glyph: ReactNode;
  date?: ReactNode;
  lang?: string;
  children: ReactNode;
}

function Line({ to, glyph, date, lang, children }: LineProps) {
  return (
    <li className={`${styles.line} links`}>
      <svg width={12} height={12} className={styles.glyph} aria-hidden="true">
        {glyph}
      </svg>
      <span>
        {date}
        <Link to={to} lang={lang} dir="auto">
          {children}
        </Link>
      </span>
    </li>
  );
}

function HappeningLine({ happening }: { happening: Happening }) {
  const i18n = useI18n();
  const { t, name, date } = i18n;
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  const tellDue = useDueWords();
  const toItem = useItemLink();
  if (happening.kind === 'item') {
    const { item } = happening;
    const { text, lang } = nameOfItem(item, i18n);
    return (
      <Line
        to={toItem(item)}
        glyph={
          <KindGlyph kind={item.kind} x={6} y={6} size={9} isHollow={isHollow(item.date, asOf)} />
        }
        date={
          <time dateTime={item.date} className={styles.date}>
            {dateWords(item, i18n)}
          </time>
        }
        lang={lang}
      >
        {text}
      </Line>
    );
  }
  if (happening.kind === 'due-meeting') {
    const { to, words } = tellDue(happening.due);
    return (
      <Line to={to} glyph={<Ring isDashed />}>
        {words}
      </Line>
    );
  }
  const { exchangeYear, kind } = happening;
  const until = kind === 'under-way' ? happening.until : happening.date;
  const values = {
    name: name(exchangeYear.name),
    date: date(until),
    precision: precisionOf(until),
  };
  return (
    <Line
      to={linkTo(paths.exchangeYear(exchangeYear.id))}
      glyph={<Ring isDashed={kind !== 'under-way'} />}
    >
      {t(`calendar.years-${kind}`, values)}
    </Line>
  );
}

/** What happened last, what goes on and what comes next, of everything dated, due or under way on record. */
export function LastNowNext() {
  const { t } = useI18n();
  const api = useApi();
  const { exchangeYears, hasAllExchangeYears } = useRecord();
  const { asOf } = useAsOf();
  const calendar = useQuery(calendarQuery(api, {}));
  const { due, entries, isOpen } = useDueMeeting();
  // Until the last meeting's entries and the exchange years have come, nobody can say that nothing is to come.
  const isNextOpen = isOpen || !hasAllExchangeYears;
  return (
    <section aria-label={t('calendar.lastNowNext')} className={styles.strip}>
      <QueryView query={calendar} height={120}>
        {({ items }) => {
          const all = lastNowNext({ items, exchangeYears, due }, asOf);
          // A mechanism without exchange years has nothing that could be under way.
          const shown = WHEN.filter(
            (when) => when !== 'now' || all.now.length + exchangeYears.length > 0,
          );
          return (
            <dl className={styles.list}>
              {shown.map((when) => (
                <div key={when} className={styles.row}>
                  <dt>{t(`calendar.when-${when}`)}</dt>
                  <dd>
                    {all[when].length === 0 ? (
                      !(isNextOpen && when === 'next') && t(`calendar.when-${when}-none`)
                    ) : (
                      <ul>
                        {all[when].map((happening) => (
                          <HappeningLine key={keyOf(happening)} happening={happening} />
                        ))}
                      </ul>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          );
        }}
      </QueryView>
      {isOpen && entries.error !== null && (
        <FailureNotice error={entries.error} onRetry={() => void entries.refetch()} />
      )}
    </section>
  );
}

function keyOf(happening: Happening): string {
  if (happening.kind === 'item') return happening.item.id;
  if (happening.kind === 'due-meeting') return happening.due.entry.id;
  return `${happening.kind} ${happening.exchangeYear.id}`;
}
