import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { neighbours } from './exchange-year-steps.ts';
import styles from './exchange-year.module.css';

/** What came before and what came after in the series. */
export function SeriesNavigation({ id }: { id: string }) {
  const { t, name, date } = useI18n();
  const { exchangeYears } = useRecord();
  const linkTo = useLinkTo();
  const around = neighbours(exchangeYears, id);
  return (
    <nav className={styles.series} aria-label={t('calendar.series')}>
      {(['previous', 'next'] as const).map((which) => {
        const year = around[which];
        return (
          <div key={which}>
            <p className={styles.source}>{t(`calendar.series-${which}`)}</p>
            {year === null ? (
              <p className={styles.gap}>{t(`calendar.series-${which}None`)}</p>
            ) : (
              <p>
                <Link
                  to={linkTo(paths.exchangeYear(year.id))}
                  rel={which === 'previous' ? 'prev' : 'next'}
                >
                  {name(year.name)}
                </Link>
                {', '}
                <time dateTime={year.years}>{date(year.years)}</time>
              </p>
            )}
          </div>
        );
      })}
    </nav>
  );
}
