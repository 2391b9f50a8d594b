/** One thing that is wrong with an edition: the file, the JSON path in it, and what was expected there. */
export type EditionError = { file: string; path: string; message: string };

/** A JSONPath such as `$[3].fields[0]` from the steps to a value. */
export function toJsonPath(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (path, step) => path + (typeof step === 'number' ? `[${step}]` : `.${step}`),
    '$',
  );
}

export function formatEditionError({ file, path, message }: EditionError): string {
  return `${file} ${path}: ${message}`;
}
