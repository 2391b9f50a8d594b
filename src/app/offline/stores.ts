/**
 * What the app keeps in the browser's Cache Storage, which it may share with other apps on the same host: every store's
 * name begins with the app's own folder, and no store of another name is ever touched.
 */

/** Stores of the app's own files, one for each build; `folder` is a path with a slash at both ends. */
export const fileStores = (folder: string) => `communique ${folder} files `;

/** Stores of a backend's answers. */
export const answerStores = (folder: string) => `communique ${folder} answers `;

export async function storesNamed(start: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(start));
}

/** Deletes the stores whose names begin so, but for the one to be left. */
export async function deleteStores(start: string, left?: string): Promise<void> {
  const names = await storesNamed(start);
  await Promise.all(names.filter((name) => name !== left).map((name) => caches.delete(name)));
}
