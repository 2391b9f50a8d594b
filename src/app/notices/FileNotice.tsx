import { useBackend } from '#src/api/BackendContext.ts';
import { readShared } from '#src/address/shared-parameters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useGo } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FileWords } from '#src/i18n/FileWords.tsx';
import { closeRecord } from '#src/lib/opened-records.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { shownAddress } from '#src/ui/shown-address.ts';

function Words() {
  const { t } = useI18n();
  const { mode, address } = useBackend();
  const linkTo = useLinkTo();
  const go = useGo();
  // What else the address says may be of that record only.
  const usual = linkTo(paths.overview(), { file: null });
  const version = readShared('file', shownAddress().search) ?? '';
  if (mode === 'opened')
    return (
      <Notice
        tone="info"
        title={t('opening.openedTitle', { name: address })}
        actions={
          <>
            <Button onClick={() => void closeRecord(version).then(() => go(usual))}>
              {t('opening.close', { name: address })}
            </Button>
            <Link to={usual}>{t('opening.leave')}</Link>
          </>
        }
      >
        {t('opening.openedText')}
      </Notice>
    );
  return (
    <Notice
      tone="warn"
      title={t('opening.missingTitle')}
      actions={
        <>
          <Link to={linkTo(paths.about(), {}, '#open-record')}>{t('opening.open')}</Link>
          <Link to={usual}>{t('opening.leave')}</Link>
        </>
      }
    >
      {t('opening.missingText', { version })}
    </Notice>
  );
}

/** Says that the page shows a record from a reader's own file, or that the address needs one that is not here. */
export function FileNotice() {
  return (
    <aside className="no-print">
      <FileWords>
        <Words />
      </FileWords>
    </aside>
  );
}
