import { INPUT_LIMITS } from '../record/input-limits.ts';
import type { RecordFault } from '#src/api/record-fault.ts';
import { type Found, InputFault, toJsonPath } from './faults.ts';
import { numberFault, textFault } from './plain-values.ts';

/** One thing that is wrong with a text of JSON: its JSON path, what it is, and the line and the character of that line. */
export type JsonFault = Omit<RecordFault, 'file'>;
export type ReadJson = { value: unknown; faults: JsonFault[] };

/** Where the text is no JSON at all: nothing after it can be understood. */
class SyntaxFault extends InputFault {}

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
    if (this.#at < this.#text.length) throw this.#unexpected('end');
    return value;
  }

  /** Notes a fault where the reader stands, or at a place before it, and goes on. */
  note(found: Found, at = this.#at): void {
    for (;;) {
      const end = this.#text.indexOf('\n', this.#lineStart);
      if (end < 0 || end >= at) break;
      this.#lines += 1;
      this.#lineStart = end + 1;
    }
    const character = at - this.#lineStart + 1;
    this.faults.push({ path: toJsonPath(this.#steps), ...found, line: this.#lines + 1, character });
  }

  #unexpected(wanted: string): SyntaxFault {
    if (this.#at >= this.#text.length) return new SyntaxFault('json-ends', { wanted });
    const found = JSON.stringify(this.#text.slice(this.#at, this.#at + 20).split('\n')[0]);
    return new SyntaxFault('json-found', { found, wanted });
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
        throw new SyntaxFault('json-depth', { most: INPUT_LIMITS.depth });
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
    if (found === null) throw this.#unexpected('value');
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
      if (quoted === null) throw this.#unexpected('text');
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
    if (!this.#take(']')) throw this.#unexpected('list');
    return items;
  }

  #object(): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    this.#at += 1;
    if (this.#take('}')) return found;
    do this.#property(found);
    while (this.#take(','));
    if (!this.#take('}')) throw this.#unexpected('object');
    return found;
  }

  #property(found: Record<string, unknown>): void {
    this.#skip();
    const start = this.#at;
    if (this.#text[start] !== '"') throw this.#unexpected('name');
    const name = this.#string();
    this.#steps.push(name);
    if (Object.hasOwn(found, name)) this.note({ code: 'property-twice' }, start);
    // Set as any other it would become the object's prototype, and be read by nobody.
    if (name === '__proto__') this.note({ code: 'property-name' }, start);
    if (!this.#take(':')) throw this.#unexpected('colon');
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
    reader.note(error.found);
    return { value: undefined, faults: reader.faults };
  }
}
