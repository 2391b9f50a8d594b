interface Props {
  /** JSON-LD of schema.org. */
  data: object;
}

/**
 * Data for search engines and reference managers beside the page they describe. No browser runs a script of this type,
 * so the policy has nothing to say about it; `<` is escaped all the same, so that no text of the record can end it.
 */
export function StructuredData({ data }: Props) {
  const text = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return <script type="application/ld+json">{text}</script>;
}
