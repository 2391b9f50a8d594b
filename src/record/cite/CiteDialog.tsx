import { useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CITATION_FORMATS, type CitationFormat } from '#src/lib/cite/formats.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { CopyButton } from '#src/ui/controls/CopyButton.tsx';
import { Dialog } from '#src/ui/controls/Dialog.tsx';
import { Segmented } from '#src/ui/controls/Segmented.tsx';
import styles from './CiteDialog.module.css';
import type { Cited } from './cited.ts';
import { useCite } from './use-citation.ts';

type Cite = Extract<Cited, { entry: unknown }>['kind'];
const FORMS: readonly Cite[] = ['entry', 'compiled'];
const OPTIONS = CITATION_FORMATS.map(({ id, label }) => ({ value: id, label }));

/** A citation in the form that the reader needs: to copy, or as a file for a reference manager. */
export function CiteDialog({ what: given, onClose }: { what: Cited; onClose: () => void }) {
  const { t } = useI18n();
  const [form, setForm] = useState<Cite>('entry');
  const what: Cited = 'entry' in given ? { kind: form, entry: given.entry } : given;
  const citation = useCite()(what);
  const [chosen, setChosen] = useState<CitationFormat>('apa');
  const format = CITATION_FORMATS.find(({ id }) => id === chosen) ?? CITATION_FORMATS[0];
  const text = format.write(citation);
  const { file } = format;
  return (
    <Dialog title={t('sources.citeTitle')} onClose={onClose}>
      {'entry' in given && given.entry.source !== null && (
        <Segmented
          label={t('sources.citeWhat')}
          name="cite-what"
          isLabelHidden
          options={FORMS.map((value) => ({ value, label: t(`sources.cite-${value}`) }))}
          value={form}
          onChange={setForm}
        />
      )}
      <Segmented
        label={t('sources.citeFormat')}
        name="cite-format"
        isLabelHidden
        options={OPTIONS}
        value={chosen}
        onChange={setChosen}
      />
      <output className={file === null ? styles.prose : styles.code}>{text}</output>
      {what.kind === 'entry' && what.entry.source === null && <p>{t('sources.citeUnsourced')}</p>}
      <div className="actions">
        <CopyButton look="bordered" label={t('sources.citeCopy')} text={() => text} />
        {file !== null && (
          <Button
            onClick={() =>
              saveFile(`${citation.id}.${file.extension}`, `${file.type};charset=utf-8`, text)
            }
          >
            {t('sources.citeDownload')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
