/** Words that say something about the record, which nobody may say who has not got an answer. */
export const CLAIMS =
  /\bNo (meeting|entry|entries|source|exchange year|co-chair)|[Nn]othing (under|dated|on|matches|fits)|There is no|\bon record\.|is not (wholly )?on record\b|shown instead|^0 (entries|meetings)/m;
