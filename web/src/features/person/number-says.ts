const LENGTH = 12;
const LAST_PROVINCE = 96;

/** What a personal number says of whoever has it. */
export interface NumberSays {
  readonly sex: 'male' | 'female';
  readonly year: string;
}

/**
 * What the number says, where that is not what was typed beside it; null = it agrees, or is not whole yet.
 *
 * @param bornOn yyyy, yyyy-mm or yyyy-mm-dd; null = not typed
 * @source Decree 137/2015/NĐ-CP, art. 13: three digits of the province, one of century and sex, two of the birth year
 */
export function disagreeingNumber(
  number: string,
  { sex, bornOn }: { readonly sex: string; readonly bornOn: string | null },
): NumberSays | 'no-province' | null {
  const digits = number.trim();
  if (digits.length !== LENGTH || /\D/.test(digits)) return null;
  const province = Number(digits.slice(0, 3));
  if (province < 1 || province > LAST_PROVINCE) return 'no-province';
  const code = Number(digits[3]);
  const says: NumberSays = {
    sex: code % 2 === 0 ? 'male' : 'female',
    year: String(1900 + 100 * Math.floor(code / 2) + Number(digits.slice(4, 6))),
  };
  const isOther =
    (sex !== '' && sex !== says.sex) || (bornOn !== null && bornOn.slice(0, 4) !== says.year);
  return isOther ? says : null;
}
