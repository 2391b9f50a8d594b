/** Thrown where the contract answers 400: a parameter that has a value it cannot have. */
export class ParameterRefusal extends Error {
  readonly parameter: string;

  constructor(parameter: string, detail: string) {
    super(detail);
    this.parameter = parameter;
  }
}

/** Refuses the first value that nothing carries, naming the parameter it stands in. */
export function refuseUnknown<Value>(
  parameter: string,
  values: readonly Value[] | undefined,
  isKnown: (value: Value) => boolean,
): void {
  const unknown = values?.find((value) => !isKnown(value));
  if (unknown !== undefined)
    throw new ParameterRefusal(parameter, `"${String(unknown)}" is not on record`);
}
