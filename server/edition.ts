import { LAYOUT_VERSION } from './code-version.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { type Engine, UnavailableError } from './database/database-engine.ts';

/** One loaded version of the data. Its tables never change, so whatever is computed from them may be kept. */
export type Edition = {
  readonly namespace: string;
  readonly dataVersion: string;
  readonly catalogue: Catalogue;
};

const UNLOADED = 'No data has been loaded by this release: run the loader';
/** No table yet, or one of a release that did not know of layouts. */
const isUnloaded = (error: unknown) =>
  ['42P01', '42703'].includes((error as { code?: string }).code ?? '');

type Current = { namespace: string; dataVersion: string };

/**
 * Asks which edition is the latest that this release can read, for every request anew, so that no replica answers from
 * an old one after a load; only the catalogue of the last edition is kept. While releases change over, the one before
 * goes on with the edition that it can read.
 */
export function createEditions(engine: Engine): () => Promise<Edition> {
  let kept: Promise<Edition> | null = null;
  let keptNamespace = '';
  const open = async ({ namespace, dataVersion }: Current): Promise<Edition> => ({
    namespace,
    dataVersion,
    catalogue: await readCatalogue(engine, namespace),
  });
  return async () => {
    const [current] = await engine
      .query<Current>(
        'SELECT namespace, data_version AS "dataVersion" FROM communique.edition WHERE layout = $1 ORDER BY id DESC LIMIT 1',
        [LAYOUT_VERSION],
      )
      .catch((error: unknown) => {
        if (isUnloaded(error)) throw new UnavailableError(UNLOADED, error);
        throw error;
      });
    if (current === undefined) throw new UnavailableError(UNLOADED, null);
    if (kept === null || keptNamespace !== current.namespace) {
      keptNamespace = current.namespace;
      kept = open(current);
      kept.catch(() => (kept = null));
    }
    return kept;
  };
}
