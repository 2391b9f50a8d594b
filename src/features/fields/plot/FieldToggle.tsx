import type { Field } from '#src/api/schemas/common.ts';
import { useParameter, useToggleFilter } from '#src/address/use-address.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './FieldToggle.module.css';

/** A field's name that puts the field into focus, or out of it, in the view that it stands in. */
export function FieldToggle({ field }: { field: Field }) {
  const { name } = useI18n();
  const [fields] = useParameter('field');
  const toggle = useToggleFilter();
  const isChosen = fields.includes(field.id);
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-pressed={isChosen}
      title={name(field.name)}
      onClick={() => toggle('field', field.id)}
    >
      <Name of={field.name} />
    </button>
  );
}
