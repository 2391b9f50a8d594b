import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useMeetingEvidence } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';

interface Props {
  meeting: Meeting;
  shown: number;
  total: number;
}

/** Says that a meeting has more entries than a briefing holds, and where all of them are. */
export function MissingEntriesNotice({ meeting, shown, total }: Props) {
  const { t } = useI18n();
  const evidence = useMeetingEvidence(meeting);
  if (shown >= total) return null;
  return (
    <Notice tone="info">
      {t('meetings.tooMany', { shown, total })}
      <Link to={evidence()}>{t('meetings.tooManyLink')}</Link>
    </Notice>
  );
}
