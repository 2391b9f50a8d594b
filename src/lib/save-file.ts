/** How long the browser gets to take the content before its address is released. */
const RELEASE_AFTER_MS = 60_000;

/** Hands a file to the browser's download. `type` is a media type; text is written as UTF-8. */
export function saveFile(
  name: string,
  type: string,
  content: string | Blob | Uint8Array<ArrayBuffer>,
): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_AFTER_MS);
}
