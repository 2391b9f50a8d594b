import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

import type { CompiledMessage } from './messages.ts';

const MESSAGES = /\/src\/i18n\/messages\/\w+\/((late|files)\/)?\w+\.json$/;
const PARSER = '@formatjs/icu-messageformat-parser';

function toCompiled(elements: MessageFormatElement[]): CompiledMessage {
  const [first] = elements;
  if (elements.length === 1 && first?.type === TYPE.literal) return first.value;
  return elements;
}

/** Parses an area's messages, JSON in and JSON out; throws where one is not valid ICU, naming it. */
export function compileMessages(json: string): string {
  const messages = Object.entries(JSON.parse(json) as Record<string, string>);
  const compiled = messages.map(([key, text]) => {
    try {
      return [key, toCompiled(parse(text, { captureLocation: false }))];
    } catch (error) {
      throw new Error(`Message ${key} is not valid ICU: ${text}`, { cause: error });
    }
  });
  return JSON.stringify(Object.fromEntries(compiled));
}

/**
 * Reads the messages while building, so that the page neither loads nor runs a parser for them: 26 kB of script less
 * before the first view. A message that cannot be read breaks the build and not a page.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'communique-compiled-messages',
    enforce: 'pre',
    config: (_config, { command }) =>
      command === 'build'
        ? {
            resolve: {
              alias: [{ find: new RegExp(`^${PARSER}$`), replacement: `${PARSER}/no-parser.js` }],
            },
          }
        : {},
    transform: {
      filter: { id: MESSAGES },
      handler: (json) => compileMessages(json),
    },
  };
}
