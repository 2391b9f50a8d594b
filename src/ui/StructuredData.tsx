import { useEffect } from 'react';

import { dataScript } from '#src/lib/trusted.ts';

interface Props {
  /** JSON-LD of schema.org. */
  data: object;
}

/**
 * Data for search engines and reference managers, in the head of the page while what they describe is shown. React
 * makes script elements out of markup, which the page's policy (Trusted Types) forbids; so the element is made here. No
 * browser runs a script of this type.
 */
export function StructuredData({ data }: Props) {
  const text = JSON.stringify(data);
  useEffect(() => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    try {
      script.text = dataScript(text);
    } catch {
      // While a page stands still to be printed the browser asks no policy, and refuses; nobody reads the data then.
      return undefined;
    }
    document.head.append(script);
    return () => script.remove();
  }, [text]);
  return null;
}
