import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The options of a command; where they cannot be read, it ends with what is wrong and how it is used. */
export function readOptions<const Config extends ParseArgsConfig>(config: Config, usage: string) {
  try {
    return parseArgs(config);
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('. ');
    console.error(`${reason}\n${usage}`);
    return process.exit(2);
  }
}
