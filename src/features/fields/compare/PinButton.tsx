import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { usePins } from './use-pins.ts';

/** Keeps the filters as they are, to see them beside the next ones. */
export function PinButton() {
  const { t } = useI18n();
  const { canPin, pin } = usePins();
  return (
    <Button disabled={!canPin} onClick={pin}>
      {t('fields.pin')}
    </Button>
  );
}
