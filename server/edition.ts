import { type Catalogue, readCatalogue } from './catalogue.ts';
import { type Engine, UnavailableError } from './database/database-engine.ts';

/** One loaded version of the data. Its tables never change, so whatever is computed from them may be kept. */
export type Edition = {
  readonly namespace: string;
  readonly dataVersion: string;
  readonly catalogue: Catalogue;
};

type Current = { namespace: string; dataVersion: string };

/**
 * Asks which edition is current, for every request anew, so that no replica answers from an old one after a load; only
 * the catalogue of the last edition is kept.
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
        'SELECT namespace, data_version AS "dataVersion" FROM communique.edition WHERE is_current',
      )
      .catch((error: unknown) => {
        const isEmpty = (error as { code?: string }).code === '42P01';
        if (isEmpty) throw new UnavailableError('No data has been loaded', error);
        throw error;
      });
    if (current === undefined) throw new UnavailableError('No data has been loaded', null);
    if (kept === null || keptNamespace !== current.namespace) {
      keptNamespace = current.namespace;
      kept = open(current);
      kept.catch(() => (kept = null));
    }
    return kept;
  };
}
