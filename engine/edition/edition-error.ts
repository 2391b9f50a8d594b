/** One thing that is wrong with an edition: the file, the JSON path in it, and what was expected there. */
export type EditionError = { file: string; path: string; message: string };

/** A JSONPath such as `$[3].fields[0]` from the steps to a value. */
export function toJsonPath(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (path, step) => path + (typeof step === 'number' ? `[${step}]` : `.${step}`),
    '$',
  );
}

const CONTROLS = /[\p{Cc}\p{Surrogate}]/gu;

export function formatEditionError({ file, path, message }: EditionError): string {
  // What a file holds must not draw over the terminal that it is shown on.
  return `${file} ${path}: ${message}`.replaceAll(CONTROLS, (sign) =>
    JSON.stringify(sign).slice(1, -1),
  );
}

const MOST_SHOWN = 1000;

/** A line for each error, up to as many as anyone reads, and one for the rest. */
export function formatEditionErrors(errors: readonly EditionError[]): string[] {
  const more = errors.length - MOST_SHOWN;
  const shown = errors.slice(0, MOST_SHOWN).map(formatEditionError);
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}
