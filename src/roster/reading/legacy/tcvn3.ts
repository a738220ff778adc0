/**
 * The letters of TCVN 5712:1993 VN3 ("ABC", fonts `.VnTime` and the like) as a program shows them that takes them for
 * Latin 1, and what they mean. Capitals with tones have no codes of their own: fonts whose name ends in H show small letters
 * as capitals.
 */
const TABLE =
  '¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đ' +
  'µà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậ' +
  'ÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị' +
  'ßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợ' +
  'ïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ';

const LETTERS: ReadonlyMap<string, string> = new Map(
  TABLE.match(/../gu)?.map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/** The text in Unicode; null where it holds letters that TCVN3 has not. */
export function fromTcvn3(text: string): string | null {
  let result = '';
  for (const letter of text) {
    const meant = isCommon(letter) ? letter : LETTERS.get(letter);
    if (meant === undefined) return null;
    result += meant;
  }
  return result;
}

/** The same in all alphabets; no-break spaces, dashes and quotes come from the program that was typed into. */
function isCommon(letter: string): boolean {
  return letter < '\u0080' || letter === '\u00a0' || (letter >= '\u2000' && letter <= '\u206f');
}

/** `.VnTime`, `.VnArial NarrowH`: fonts of these letters. */
export function isTcvn3Font(font: string): boolean {
  return /^\.vn/i.test(font);
}

/** `.VnTimeH`: shows small letters as capitals. */
export function isCapitalFont(font: string): boolean {
  return /^\.[Vv][Nn].*H$/.test(font);
}
