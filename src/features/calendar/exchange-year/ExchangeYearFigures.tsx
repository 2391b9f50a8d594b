import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
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
              <th scope="col">{t('record.source')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(
              ({ label, lang, value, unit, labelTranslations, unitTranslations, ...support }) => (
                <tr key={`${label} ${support.source?.id ?? ''}`}>
                  <th scope="row">
                    <RecordText of={{ text: label, lang, translations: labelTranslations }} />
                  </th>
                  <td className={styles.value}>
                    {number(value)}{' '}
                    <RecordText of={{ text: unit, lang, translations: unitTranslations }} />
                  </td>
                  <td className={styles.source}>
                    <Reference fact={support} />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
