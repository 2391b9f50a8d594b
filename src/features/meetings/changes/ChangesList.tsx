import type { Field } from '#src/api/schemas/common.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useMeetingEvidence } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Compared, MeetingComparison } from '#src/lib/meeting-comparison.ts';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { Link } from '#src/ui/Link.tsx';
import styles from './ChangesList.module.css';
import { placeWords } from '#src/record/place-words.ts';

interface FieldsProps {
  fields: readonly Compared<Field, Entry>[];
  /** The side whose entries the counts lead to. */
  side: 'a' | 'b';
  meeting: Meeting;
}

function ChangedFields({ fields, side, meeting }: FieldsProps) {
  const { t } = useI18n();
  const { taxonomy } = useRecord();
  const evidence = useMeetingEvidence(meeting);
  if (fields.length === 0) return <span>{t('meetings.changeNobody')}</span>;
  return (
    <ul className={styles.fields}>
      {fields.map(({ key, item, [side]: entries }) => (
        <li key={key}>
          <FieldTag field={item} taxonomy={taxonomy} />{' '}
          <Link className={styles.count} to={evidence({ field: [key] })}>
            {t('meetings.entryCount', { count: entries.length })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  comparison: MeetingComparison;
  before: Meeting;
  after: Meeting;
}

/** Fields that are new, fields not taken up, and what else is different: who chaired and where. */
export function ChangesList({ comparison, before, after }: Props) {
  const i18n = useI18n();
  const { t, name, list } = i18n;
  const names = (items: MeetingComparison['people']['gained']) =>
    items.length === 0
      ? t('meetings.changeNobody')
      : list(items.map(({ item }) => name(item.person.name)));
  const { gained, dropped, kept } = comparison.people;
  const hasNewChairs = gained.length + dropped.length > 0;
  const hasChairs = hasNewChairs || kept.length > 0;
  const isSamePlace = before.place !== null && before.place.id === after.place?.id;
  const [from, to] = [placeWords(before, i18n), placeWords(after, i18n)];
  return (
    <dl className={styles.changes}>
      <dt>{t('meetings.changeNew')}</dt>
      <dd>
        <ChangedFields fields={comparison.fields.gained} side="b" meeting={after} />
      </dd>
      <dt>{t('meetings.changeGone')}</dt>
      <dd>
        <ChangedFields fields={comparison.fields.dropped} side="a" meeting={before} />
      </dd>
      <dt>{t('meetings.changePeople')}</dt>
      <dd>
        {hasNewChairs
          ? t('meetings.changeFromTo', { from: names(dropped), to: names(gained) })
          : t(hasChairs ? 'meetings.changeSame' : 'meetings.changeNobody')}
      </dd>
      <dt>{t('meetings.changePlace')}</dt>
      <dd>
        {isSamePlace
          ? t('meetings.changeSame')
          : from === to
            ? from
            : t('meetings.changeFromTo', { from, to })}
      </dd>
    </dl>
  );
}
