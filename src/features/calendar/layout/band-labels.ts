/** What a band can be labelled with, by itself or as the name of its field. */
export interface LabelChoice {
  id: string;
  /** The exchange year's own name, cut down to what tells it apart. */
  own: string;
  field: string;
  /** Pixels that a label may fill without reaching far beyond its band. */
  room: number;
}

/** How much wider than its room a label may be where the field's name would not tell two bands apart. */
const STRETCH = 2.2;

/**
 * All bands are labelled alike: by their own names if each has room, else by their fields. A field that several bands
 * share would not tell them apart, so those keep their own names unless these are very long.
 */
export function bandLabels(
  choices: readonly LabelChoice[],
  measure: (text: string) => number,
): Map<string, string> {
  const allFit = choices.every(({ own, room }) => measure(own) <= room);
  const isShared = (field: string) => choices.filter((choice) => choice.field === field).length > 1;
  return new Map(
    choices.map(({ id, own, field, room }) => {
      const keepsOwn = allFit || (isShared(field) && measure(own) <= room * STRETCH);
      return [id, keepsOwn || measure(field) > measure(own) ? own : field];
    }),
  );
}
