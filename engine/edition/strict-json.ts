import { INPUT_LIMITS } from '../record/input-limits.ts';
import { toJsonPath } from './edition-error.ts';
import { numberFault, textFault } from './plain-values.ts';

/** One thing that is wrong with a text of JSON: its JSON path, and the reason with line and column. */
export type JsonFault = { path: string; message: string };
export type ReadJson = { value: unknown; faults: JsonFault[] };

/** Where the text is no JSON at all: nothing after it can be understood. */
class SyntaxFault extends Error {}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?\d[\w.+-]*/y;
/** Characters that stand for themselves: neither controls, nor the quotation mark, nor the backslash. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
const STRING = /"(?:[ !#-[\]-\uffff]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Reader {
  readonly faults: JsonFault[] = [];
  readonly #text: string;
  readonly #steps: (string | number)[] = [];
  #at = 0;
  /** How many lines end before the last fault, and where the line of that fault begins: faults come in order. */
  #lines = 0;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): unknown {
    const value = this.#value();
    this.#skip();
    if (this.#at < this.#text.length) throw this.#unexpected('the end of the file');
    return value;
  }

  /** Notes a fault where the reader stands, or at a place before it, and goes on. */
  note(reason: string, at = this.#at): void {
    for (;;) {
      const end = this.#text.indexOf('\n', this.#lineStart);
      if (end < 0 || end >= at) break;
      this.#lines += 1;
      this.#lineStart = end + 1;
    }
    const column = at - this.#lineStart + 1;
    const message = `${reason} (line ${this.#lines + 1}, column ${column})`;
    this.faults.push({ path: toJsonPath(this.#steps), message });
  }

  #unexpected(wanted: string): SyntaxFault {
    const found = this.#text.slice(this.#at, this.#at + 20).split('\n')[0];
    const isEnd = this.#at >= this.#text.length;
    const what = isEnd ? 'the file ends' : `there is ${JSON.stringify(found)}`;
    return new SyntaxFault(`no JSON: ${what} where ${wanted} should be`);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #skip(): void {
    this.#match(SPACE);
  }

  #take(sign: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #value(): unknown {
    this.#skip();
    const sign = this.#text[this.#at];
    if (sign === '"') return this.#string();
    if (sign === '{' || sign === '[') {
      if (this.#steps.length >= INPUT_LIMITS.depth)
        throw new SyntaxFault(`more than ${INPUT_LIMITS.depth} lists and objects in each other`);
      return sign === '{' ? this.#object() : this.#list();
    }
    for (const [word, value] of WORDS) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    return this.#number();
  }

  #number(): number {
    const start = this.#at;
    const found = this.#match(NUMBER);
    if (found === null) throw this.#unexpected('a value');
    const fault = numberFault(found);
    if (fault !== null) this.note(fault, start);
    return Number(found);
  }

  #string(): string {
    const start = this.#at;
    this.#at += 1;
    let text = this.#match(PLAIN) ?? '';
    if (this.#text[this.#at] === '"') this.#at += 1;
    else {
      this.#at = start;
      const quoted = this.#match(STRING);
      if (quoted === null) throw this.#unexpected('a text in quotation marks, on one line,');
      text = JSON.parse(quoted) as string;
    }
    const fault = textFault(text);
    if (fault !== null) this.note(fault, start);
    return text;
  }

  #list(): unknown[] {
    const items: unknown[] = [];
    this.#at += 1;
    if (this.#take(']')) return items;
    do {
      this.#steps.push(items.length);
      items.push(this.#value());
      this.#steps.pop();
    } while (this.#take(','));
    if (!this.#take(']')) throw this.#unexpected('"," or "]"');
    return items;
  }

  #object(): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    this.#at += 1;
    if (this.#take('}')) return found;
    do this.#property(found);
    while (this.#take(','));
    if (!this.#take('}')) throw this.#unexpected('"," or "}"');
    return found;
  }

  #property(found: Record<string, unknown>): void {
    this.#skip();
    const start = this.#at;
    if (this.#text[start] !== '"') throw this.#unexpected('the name of a property');
    const name = this.#string();
    this.#steps.push(name);
    if (Object.hasOwn(found, name)) this.note('the same property a second time', start);
    // Set as any other it would become the object's prototype, and be read by nobody.
    if (name === '__proto__') this.note('no property can have this name', start);
    if (!this.#take(':')) throw this.#unexpected('":"');
    const value = this.#value();
    if (name !== '__proto__') found[name] = value;
    this.#steps.pop();
  }
}

/**
 * Reads JSON as the standard has it (RFC 8259), and notes what `JSON.parse` would let pass or change without a word:
 * properties given twice, numbers that cannot be held exactly, halves of characters, U+0000, endless texts and depths.
 */
export function readStrictJson(text: string): ReadJson {
  const reader = new Reader(text);
  try {
    return { value: reader.read(), faults: reader.faults };
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    reader.note(error.message);
    return { value: undefined, faults: reader.faults };
  }
}
