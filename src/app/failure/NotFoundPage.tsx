import { useLocation } from 'react-router';

import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import styles from './NotFoundPage.module.css';

/** For an address that no route has: says so and leads on. */
export function NotFoundPage() {
  const { t } = useI18n();
  const { pathname } = useLocation();
  const linkTo = useLinkTo();
  const ways = [
    { path: paths.overview(), label: t('app.overview') },
    { path: paths.meetings(), label: t('app.meetings') },
    { path: paths.fields(), label: t('app.fields') },
    { path: paths.calendar(), label: t('app.calendar') },
    { path: paths.sources(), label: t('app.sources') },
  ];
  return (
    <>
      <PageHeading
        title={t('app.notFoundTitle')}
        lead={t('app.notFoundLead', { address: pathname.slice(0, 80) })}
      />
      <ul className={styles.ways}>
        {ways.map(({ path, label }) => (
          <li key={path}>
            <Link to={linkTo(path)}>{label}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
