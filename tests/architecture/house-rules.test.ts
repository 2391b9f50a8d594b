import { describe, expect, it } from 'vitest';

import { filesBelow, importedFrom, isTest, placesOf, textOf } from './tree.ts';

/** All that is shipped or run: the interface, the engine, the mock, the backend and the suite. */
const ROOMS = ['src', 'engine', 'mocks', 'server', 'conformance'];
const code = filesBelow(...ROOMS).filter((file) => /\.tsx?$/.test(file) && !isTest(file));
const source = code.filter((file) => file.startsWith('src/'));

describe('the house', () => {
  it('has no barrels: import a thing from the file that makes it', () => {
    expect(code.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
  });

  it('has no drawers: name a file after what it gives, not after its kind', () => {
    const drawer = /\/(utils?|helpers?|common-utils|misc|constants|types|shared)\.tsx?$/;
    expect(code.filter((file) => drawer.test(file))).toEqual([]);
  });

  it('is shallow: a feature is one folder, with rooms of one level at most', () => {
    expect(source.filter((file) => file.split('/').length > 5)).toEqual([]);
  });

  it('looks at every folder of code there is', () => {
    for (const folder of [...ROOMS, 'tests', 'vite', 'vite.config.ts'])
      expect(filesBelow(folder), folder).not.toEqual([]);
    const ours = filesBelow('.').filter((file) => /\.tsx?$/.test(file));
    const known = new Set([...ROOMS, 'tests', 'vite', 'vite.config.ts']);
    expect(ours.filter((file) => !known.has(file.split('/')[0] ?? ''))).toEqual([]);
  });

  it('keeps every query key in one file', () => {
    expect(
      placesOf(/\bqueryKey:/, source).filter((place) => !place.startsWith('src/api/queries.ts')),
    ).toEqual([]);
  });

  it('writes the address in one file, and reads it in one folder', () => {
    const filesWith = (pattern: RegExp) =>
      [
        ...new Set(placesOf(pattern, source).flatMap((place) => place.split(':')[0] ?? [])),
      ].toSorted();
    // Every way of the router to another address, but for its links, of which the app has its own. It is handed in once.
    const router =
      /\b(useNavigate|useSubmit|useFetcher|useSearchParams|NavLink|Navigate|redirect)\b|\bGoContext\b|router\.go\(/;
    expect(filesWith(router)).toEqual(['src/address/use-address.ts', 'src/app/Routed.tsx']);
    // Every way of the browser.
    const browser =
      /history\.(push|replace)State|location\.(assign|replace)\(|location\.(href|search|hash) = /;
    expect(filesWith(browser)).toEqual(['src/app/router.ts']);
    // Parameters are taken apart and put together by the table alone; the client's are a backend's.
    const parameters = /new URLSearchParams\(|\bsearchParams\b/;
    expect(filesWith(parameters).filter((file) => !file?.startsWith('src/address/'))).toEqual([
      'src/api/client.ts',
    ]);
  });

  it('speaks HTTP in one layer: call the client, not fetch', () => {
    // The service worker stands behind every fetch of the page, and is no part of it.
    const allowed = /^src\/(api|app\/start\.tsx|app\/offline\/worker\.ts)/;
    const places = placesOf(/(?<![\w.])fetch\(/, source);
    expect(places.filter((place) => !allowed.test(place))).toEqual([]);
  });

  it('asks what day it is in one place, and nothing is random', () => {
    // A line of the server's log says when it was written, to the moment; nothing else reads it.
    const allowed = /^(src\/lib\/dates\/clock|server\/http\/log)\.ts/;
    const places = placesOf(/new Date\(\)|Date\.now\(\)|Math\.random\(/, code);
    expect(places.filter((place) => !allowed.test(place))).toEqual([]);
  });

  it('runs the suite in a page too: what its short check brings along needs a browser alone', () => {
    const brought = importedFrom('conformance/short-check.ts');
    expect(brought).toContain('conformance/checks/counts.ts');
    const ofNode = /from '(node:|ajv|yaml|#engine)|\b(Buffer|process)\b/;
    expect(placesOf(ofNode, brought)).toEqual([]);
  });

  it('loads the mock from main.tsx alone', () => {
    const places = placesOf(/['"]#?(\.\.\/)*mocks\//, source);
    expect(places.filter((place) => !place.startsWith('src/main.tsx'))).toEqual([]);
    expect(textOf('src/main.tsx')).toMatch(/import\('#mocks\//);
  });

  it('leaves nothing unfinished or switched off', () => {
    const loose =
      /\b(TOD[O]|FIXM[E])\b|@ts-(ignore|expect-error|nocheck)|(ox|es)lint-(disable)|[ ]as any[;,)\]>]|\b(it|test|describe)\.(only|skip|todo)\b/;
    const everything = filesBelow(...ROOMS, 'tests', 'vite', 'vite.config.ts').filter((file) =>
      /\.tsx?$/.test(file),
    );
    expect(placesOf(loose, everything)).toEqual([]);
  });

  it('takes text through one field, which leaves a word alone while an input method composes it', () => {
    const inputs = source.flatMap((file) =>
      [...textOf(file).matchAll(/<(input|textarea)\b[^]*?\/>/g)]
        // Nothing is typed into a field that is only read from.
        .filter(([tag]) => !/type="(checkbox|radio|range|date|file)"|\breadOnly\b/.test(tag))
        .map(() => file),
    );
    expect(inputs, 'use TextField').toEqual(['src/ui/controls/TextField.tsx']);
  });

  it('listens to keys only where those of an input method have been kept away', () => {
    expect(textOf('src/app/start.tsx')).toMatch(/\{\s*keepComposedKeys\(\);/);
    // A listener that captures would hear a key before it is kept away, or by itself decide what composing is.
    const early = placesOf(
      /\.isComposing|keyCode|['"]key(down|up|press)['"],.*(true|capture)/,
      source,
    );
    expect(early.filter((place) => !place.startsWith('src/ui/controls/input-method.ts'))).toEqual(
      [],
    );
  });

  it('injects no style and runs no text: the policy forbids both', () => {
    expect(
      placesOf(/dangerouslySetInnerHTML|innerHTML\s*=|<style|new Function\(|\beval\(/, source),
    ).toEqual([]);
    const headers = textOf('public/_headers');
    expect(headers).not.toMatch(/unsafe-(inline|eval)/);
    expect(headers).toContain("require-trusted-types-for 'script'; trusted-types communique");
  });
});

describe('the record', () => {
  it('is not written into the interface: any mechanism must work', () => {
    const ids = idsOfRecord();
    const quoted = new RegExp(`['"\`](${ids.join('|')})['"\`]`);
    const interfaceFiles = source.filter((file) => !file.startsWith('src/api/schemas/'));
    expect(placesOf(quoted, interfaceFiles)).toEqual([]);
  });

  it('is not named by what the interface says, in any language', () => {
    const names = namesOfRecord();
    expect(names.length).toBeGreaterThan(100);
    const said = filesBelow('src/i18n/messages').flatMap((file) =>
      Object.entries(JSON.parse(textOf(file)) as Record<string, string>).flatMap(([key, text]) =>
        names.filter((name) => isNamedIn(text, name)).map((name) => `${file} ${key}: ${name}`),
      ),
    );
    expect(said, 'show the name that the API gives, as a value of the message').toEqual([]);
  });
});

/** The ids of parties, fields, places, people and exchange years that are not also words of the interface. */
function idsOfRecord(): string[] {
  const read = (name: string) => JSON.parse(textOf(`mocks/data/${name}.json`)) as unknown;
  const listed = (value: unknown) => (value as { id: string }[]).map(({ id }) => id);
  const { parties } = read('mechanism') as { parties: { id: string }[] };
  const { fields } = read('fields') as { fields: { id: string }[] };
  const wordsOfTheInterface = new Set(['other']);
  return [
    ...listed(parties),
    ...listed(fields),
    ...listed(read('places')),
    ...listed(read('people')),
    ...listed(read('exchange-years')),
  ].filter((id) => !wordsOfTheInterface.has(id));
}

/** As a word of its own, so that a language is not taken for a country; Chinese sets no space between words. */
function isNamedIn(text: string, name: string): boolean {
  const isLetter = (character = '') => /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(character);
  return text
    .split(name)
    .some(
      (before, index, parts) =>
        index + 1 < parts.length && !isLetter(before.at(-1)) && !isLetter(parts[index + 1]?.[0]),
    );
}

/** The names of parties, places, people and exchange years, in every language. */
function namesOfRecord(): string[] {
  const { parties } = JSON.parse(textOf('mocks/data/mechanism.json')) as { parties: unknown[] };
  const lists = ['places', 'people', 'exchange-years'].map(
    (name) => JSON.parse(textOf(`mocks/data/${name}.json`)) as unknown[],
  );
  const named = [parties, ...lists].flat() as { name?: Record<string, string> }[];
  return named.flatMap(({ name = {} }) => Object.values(name));
}
