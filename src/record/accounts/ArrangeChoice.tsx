import { memo } from 'react';

import { useParameter } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Segmented } from '#src/ui/controls/Segmented.tsx';

/** Whether entries stand as they usually do on a page, or parted by whose accounts they rest on. */
export const ArrangeChoice = memo(function ArrangeChoice({
  usual,
}: {
  usual: 'kind' | 'list' | 'changes' | 'fields';
}) {
  const { t } = useI18n();
  const [arrange, setArrange] = useParameter('arrange');
  return (
    <div className="no-print">
      <Segmented
        label={t('accounts.arrange')}
        name="arrange"
        isLabelHidden
        options={[
          { value: 'kind', label: t(`accounts.arrange-${usual}`) },
          { value: 'account', label: t('accounts.arrange-account') },
        ]}
        value={arrange}
        onChange={setArrange}
      />
    </div>
  );
});
