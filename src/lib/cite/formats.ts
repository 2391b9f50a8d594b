import type { Citation } from './citation.ts';
import { toApa } from './to-apa.ts';
import { toBibtex } from './to-bibtex.ts';
import { toChicago } from './to-chicago.ts';
import { toCslJson } from './to-csl-json.ts';
import { toRis } from './to-ris.ts';

/** Every form that a citation can be taken away in; `file` is its extension and media type where a file makes sense. */
export const CITATION_FORMATS = [
  { id: 'apa', label: 'APA', write: toApa, file: null },
  { id: 'chicago', label: 'Chicago', write: toChicago, file: null },
  {
    id: 'bibtex',
    label: 'BibTeX',
    write: toBibtex,
    file: { extension: 'bib', type: 'application/x-bibtex' },
  },
  {
    id: 'ris',
    label: 'RIS',
    write: toRis,
    file: { extension: 'ris', type: 'application/x-research-info-systems' },
  },
  {
    id: 'csl',
    label: 'CSL-JSON',
    write: toCslJson,
    file: { extension: 'json', type: 'application/vnd.citationstyles.csl+json' },
  },
] as const satisfies readonly {
  id: string;
  label: string;
  write: (citation: Citation) => string;
  file: { extension: string; type: string } | null;
}[];
export type CitationFormat = (typeof CITATION_FORMATS)[number]['id'];
