import { useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { latePart } from '#src/ui/waiting/late-part.tsx';
import type { Cited } from './cited.ts';

const CiteDialog = latePart(async () => (await import('./CiteDialog.tsx')).CiteDialog);

/** Opens the citation of something; the dialog and the styles are fetched when first needed. */
export function CiteButton({ what, look = 'plain' }: { what: Cited; look?: 'bordered' | 'plain' }) {
  const { t } = useI18n();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        look={look}
        className="no-print"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        {t('record.cite')}
      </Button>
      {isOpen && <CiteDialog what={what} onClose={() => setIsOpen(false)} />}
    </>
  );
}
