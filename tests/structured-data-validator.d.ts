/** The validator ships without types; this is the part that the tests use. */
declare module '@adobe/structured-data-validator' {
  export default class Validator {
    constructor(vocabulary: { '@graph': object[] });
    validate(found: {
      jsonld: Record<string, object[]>;
    }): Promise<{ issueMessage: string; errorType?: string }[]>;
  }
}
