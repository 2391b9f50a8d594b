import { LAYOUT_VERSION } from './code-version.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { type Engine, UnavailableError } from './database/database-engine.ts';

/** One loaded version of the data. Its tables never change, so whatever is computed from them may be kept. */
export type Edition = Identity & { readonly catalogue: Catalogue };

type Identity = {
  /** Later editions of a database have higher ones. */
  readonly id: number;
  readonly namespace: string;
  readonly dataVersion: string;
  /** Tells editions apart where nothing else does: a database that was set back gives ids and namespaces anew. */
  readonly contentHash: string;
};

const UNLOADED = 'No data has been loaded by this release: run the loader';
/** No table yet, or one of a release that did not know of layouts. */
const isUnloaded = (error: unknown) =>
  ['42P01', '42703'].includes((error as { code?: string }).code ?? '');

/**
 * Asks which edition is the latest that this release can read, for every request anew, so that no replica answers from
 * an old one after a load; only the catalogue of the last edition is kept. While releases change over, the one before
 * goes on with the edition that it can read.
 */
export function createEditions(engine: Engine): () => Promise<Edition> {
  let kept: Promise<Edition> | null = null;
  let keptOf = '';
  const open = async (identity: Identity): Promise<Edition> => ({
    ...identity,
    catalogue: await readCatalogue(engine, identity.namespace),
  });
  return async () => {
    const [current] = await engine
      .query<Identity>(
        `SELECT id, namespace, data_version AS "dataVersion", content_hash AS "contentHash"
         FROM communique.edition WHERE layout = $1 ORDER BY id DESC LIMIT 1`,
        [LAYOUT_VERSION],
      )
      .catch((error: unknown) => {
        if (isUnloaded(error)) throw new UnavailableError(UNLOADED, error);
        throw error;
      });
    if (current === undefined) throw new UnavailableError(UNLOADED, null);
    const of = `${current.namespace} ${current.contentHash}`;
    if (kept === null || keptOf !== of) {
      keptOf = of;
      kept = open(current);
      kept.catch(() => (kept = null));
    }
    return kept;
  };
}
