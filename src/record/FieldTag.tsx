import { useRecord } from '#src/api/RecordContext.ts';
import type { Field } from '#src/api/schemas/common.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { Name } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { groupColour } from './colours.ts';
import styles from './FieldTag.module.css';

/** A cooperation field in its group's colour; leads to everything about the field. */
export function FieldTag({ field }: { field: Field }) {
  const { taxonomy } = useRecord();
  const linkTo = useLinkTo();
  return (
    <Link
      className={styles.tag}
      to={linkTo(paths.field(field.id))}
      style={{ borderColor: groupColour(taxonomy, field.group) }}
    >
      <Name of={field.name} />
    </Link>
  );
}
