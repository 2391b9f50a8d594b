/** The records that a reader has opened from files, kept in this browser until they are closed. */
const DATABASE = 'communique-opened-records';
const STORE = 'records';
/** What is told of each record without reading it: one may have a hundred megabytes. */
const ABOUT = 'about';

export type KeptRecord = {
  /** The version of the record's content, by which addresses name it. */
  version: string;
  /** What the file or folder was called. */
  name: string;
  /** Bytes of its files, unpacked. */
  bytes: number;
};
export type OpenedRecord = KeptRecord & {
  /** The record's parts as they were checked; whoever reads them checks them again. */
  parts: unknown;
};

const answerOf = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no storage')));
  });

/** Does one thing with the store. Rejects where the browser has none, as some private windows do. */
async function inStore<Answer>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const opening = indexedDB.open(DATABASE, 2);
  opening.addEventListener('upgradeneeded', ({ oldVersion }) => {
    const { result, transaction } = opening;
    const store =
      oldVersion === 0
        ? result.createObjectStore(STORE, { keyPath: 'version' })
        : transaction?.objectStore(STORE);
    store?.createIndex(ABOUT, ['name', 'bytes']);
  });
  const database = await answerOf(opening);
  try {
    const transaction = database.transaction(STORE, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('full')));
    });
    const answer = await answerOf(act(transaction.objectStore(STORE)));
    await done;
    return answer;
  } finally {
    database.close();
  }
}

export const keepRecord = async (record: OpenedRecord): Promise<void> => {
  await inStore('readwrite', (store) => store.put(record));
};

export const keptRecord = (version: string): Promise<OpenedRecord | undefined> =>
  inStore('readonly', (store) => store.get(version) as IDBRequest<OpenedRecord | undefined>);

/** What is kept, by name. */
export async function keptRecords(): Promise<KeptRecord[]> {
  const kept: KeptRecord[] = [];
  await inStore('readonly', (store) => {
    const about = store.index(ABOUT);
    const walk = about.openKeyCursor();
    walk.addEventListener('success', () => {
      if (walk.result === null) return;
      const { key, primaryKey } = walk.result;
      const [name, bytes] = key as [string, number];
      kept.push({ version: primaryKey as string, name, bytes });
      walk.result.continue();
    });
    // Not the cursor, whose answer may not be read once it goes on: that would undo the whole transaction.
    return about.count();
  });
  return kept;
}

export const closeRecord = (version: string): Promise<undefined> =>
  inStore('readwrite', (store) => store.delete(version));
