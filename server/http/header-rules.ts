/** The headers that a `_headers` file of static hosts gives a path: where several rules set one, the last holds. */
export type HeaderRules = (pathname: string) => Headers;

/** Reads such a file: a path pattern per block, its headers indented below it. */
export function readHeaderRules(text: string): HeaderRules {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    if (header?.[1] && header[2]) rules.at(-1)?.headers.push([header[1], header[2].trim()]);
    else if (line.trim() !== '' && !line.trimStart().startsWith('#')) {
      const parts = line
        .trim()
        .split('*')
        .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
      rules.push({ pattern: new RegExp(`^${parts.join('.*')}$`), headers: [] });
    }
  }
  return (pathname) => {
    const found = new Headers();
    for (const { pattern, headers } of rules)
      if (pattern.test(pathname)) for (const [name, value] of headers) found.set(name, value);
    return found;
  };
}
