import { useLocation } from 'react-router';

import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import styles from './NotFoundPage.module.css';

const WAYS = ['overview', 'meetings', 'fields', 'calendar', 'sources'] as const;

/** For an address that no route has: says so and leads on. */
export function NotFoundPage() {
  const { t } = useI18n();
  const { pathname } = useLocation();
  const linkTo = useLinkTo();
  return (
    <>
      <PageHeading
        title={t('app.notFoundTitle')}
        lead={t('app.notFoundLead', { address: pathname.slice(0, 80) })}
      />
      <ul className={styles.ways}>
        {WAYS.map((way) => (
          <li key={way}>
            <Link to={linkTo(paths[way]())}>{t(`app.${way}`)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
