/** What may come in, so that nothing that is read exhausts memory or overflows a column; `docs/data.md` states them. */
export const INPUT_LIMITS = {
  /** Bytes of one file, unpacked; no longer text can be held in one piece. */
  fileBytes: 500_000_000,
  /** Bytes of all files of one data package, unpacked. */
  packageBytes: 1_000_000_000,
  /** Bytes of all files, unpacked, and entries of a record that a page reads and answers from by itself. */
  pageBytes: 200_000_000,
  pageEntries: 100_000,
  /** Files of a chosen folder: more are no record, but a folder of something else. */
  folderFiles: 1000,
  /** Files in one zip. */
  packageFiles: 200,
  /** How many times its packed size a file of a zip may have; what is smaller than `ratioFreeBytes` may have more. */
  packedRatio: 100,
  ratioFreeBytes: 1_000_000,
  /** Lists and objects inside each other. */
  depth: 32,
  /** Characters of one text. */
  textLength: 20_000,
  /** Characters of a data version, which every tag and cursor carries. */
  versionLength: 100,
  /** The ordinals that an address can name. */
  ordinal: 999_999_999,
  /** Fields of the taxonomy, and the groups that they are in. */
  vocabulary: 10_000,
  /** Other names, for each of which every text is looked through. */
  otherNames: 1000,
} as const;
