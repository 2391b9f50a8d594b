/**
 * How the press of other languages writes a Russian name in Latin letters: "Mischustin" in German, "Michoustine" in
 * French, "Mishustin" in English and "Mišustin" by the international standard. English is listed too, since a record
 * may hold a name in one script only. Signs without a sound of their own are left out.
 */
const ENGLISH: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};
const TABLES: readonly Record<string, string>[] = [
  ENGLISH,
  {
    ...ENGLISH,
    в: 'w',
    ё: 'jo',
    ж: 'sch',
    з: 's',
    й: 'i',
    х: 'ch',
    ц: 'z',
    ч: 'tsch',
    ш: 'sch',
    щ: 'schtsch',
    ю: 'ju',
    я: 'ja',
  },
  {
    ...ENGLISH,
    ё: 'io',
    ж: 'j',
    й: 'i',
    у: 'ou',
    ч: 'tch',
    ш: 'ch',
    щ: 'chtch',
    ю: 'iou',
    я: 'ia',
  },
  { ...ENGLISH, ё: 'e', ж: 'z', й: 'j', х: 'h', ц: 'c', ч: 'c', ш: 's', щ: 's', ю: 'u', я: 'a' },
];

const isCyrillic = (name: string) => /\p{Script=Cyrillic}/u.test(name);

/** The Latin spellings of a name in Cyrillic letters; none of any other name. */
export function latinSpellings(name: string): string[] {
  if (!isCyrillic(name)) return [];
  const letters = [...name.normalize('NFC').toLowerCase()];
  const spellings = TABLES.map((table) =>
    letters.map((letter) => table[letter] ?? letter).join(''),
  );
  return [...new Set(spellings)];
}
