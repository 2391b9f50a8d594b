import { memo } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { AddressChoice } from '../AddressChoice.tsx';

/** Whether entries stand as they usually do on a page, or parted by whose accounts they rest on. */
export const ArrangeChoice = memo(function ArrangeChoice({
  usual,
}: {
  usual: 'kind' | 'list' | 'changes' | 'fields';
}) {
  const { t } = useI18n();
  return (
    <div className="no-print">
      <AddressChoice
        of="arrange"
        label={t('accounts.arrange')}
        isLabelHidden
        words={(one) => t(`accounts.arrange-${one === 'kind' ? usual : one}`)}
      />
    </div>
  );
});
