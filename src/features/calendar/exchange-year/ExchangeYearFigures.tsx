import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { SourceCitation } from '#src/record/SourceCitation.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './exchange-year.module.css';

/** The figures that sources give, side by side where they disagree. */
export function ExchangeYearFigures({ exchangeYear: { figures } }: { exchangeYear: ExchangeYear }) {
  const { t, number } = useI18n();
  return (
    <Panel title={t('calendar.figures')}>
      {figures.length === 0 ? (
        <p className={styles.gap}>{t('calendar.noFigures')}</p>
      ) : (
        <table className={styles.figures}>
          <caption className="visually-hidden">{t('calendar.figures')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('calendar.figureLabel')}</th>
              <th scope="col" className={styles.value}>
                {t('calendar.figureValue')}
              </th>
              <th scope="col">{t('calendar.figureSource')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ label, lang, value, unit, source }) => (
              <tr key={`${label} ${source?.id ?? ''}`}>
                <th scope="row" lang={lang} dir="auto">
                  {label}
                </th>
                <td className={styles.value}>
                  {number(value)}{' '}
                  <span lang={lang} dir="auto">
                    {unit}
                  </span>
                </td>
                <td className={styles.source}>
                  <SourceCitation source={source} locator={null} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
