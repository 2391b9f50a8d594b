import type { Field } from '#src/api/schemas/common.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import { StatusMark } from '#src/record/StatusMark.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './FieldYearsPanel.module.css';

/** The exchange years held in the field, with their status as of the view's date. */
export function FieldYearsPanel({ field }: { field: Field }) {
  const { t, date } = useI18n();
  const { exchangeYears, hasAllExchangeYears } = useRecord();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  // The frame says that the list could not be had; here it must not look like a list without this field.
  if (!hasAllExchangeYears || exchangeYears.length === 0) return null;
  const own = exchangeYears.filter((year) => year.field.id === field.id);
  return (
    <Panel title={t('fields.years')}>
      {own.length === 0 ? (
        <p>{t('fields.noYears')}</p>
      ) : (
        <ul className={styles.years}>
          {own.map((year) => (
            <li key={year.id} className={styles.year}>
              <Link to={linkTo(paths.exchangeYear(year.id))}>
                <Name of={year.name} />
              </Link>
              <span>{date(year.years)}</span>
              <StatusMark status={statusAsOf(year, asOf)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
