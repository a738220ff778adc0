/** What we write before the name of a workbook that we give back marked. */
const GIVEN_BACK = /^Cần sửa - /;
/** What browsers and offices add to the name of a second copy. */
const COPY = /( ?\(\d+\)| - Copy)+(?=\.xlsx$)/iu;

/**
 * The file of a batch that a new one replaces: the one of its name; of a workbook that we gave back the one it was made from.
 *
 * @returns null = nobody can say.
 */
export function replacedFile(
  name: string,
  { names, isOurs }: { readonly names: readonly string[]; readonly isOurs: boolean },
): string | null {
  if (names.includes(name)) return name;
  if (!isOurs) return null;
  const plain = name.normalize('NFC').replace(GIVEN_BACK, '').replace(COPY, '');
  if (names.includes(plain)) return plain;
  return names.length === 1 ? (names[0] ?? null) : null;
}
