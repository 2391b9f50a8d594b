/** A compressed answer is another representation, so its strong tag is another one too. */
export const compressedTag = (etag: string): string => etag.replace(/"$/, '-gz"');

/** The tag under which the client holds this answer, compressed or not: weak comparison, as RFC 9110 has it. */
export function findHeldTag(ifNoneMatch: string | null, etag: string): string | null {
  const tags = new Set(ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')));
  if (tags.has(compressedTag(etag))) return compressedTag(etag);
  return tags.has(etag) || tags.has('*') ? etag : null;
}
