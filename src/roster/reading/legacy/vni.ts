/** VNI (fonts `VNI-Times` and the like) as a program shows it that takes it for Latin 1: a vowel and its marks are two letters. */
const MARKS: Readonly<Record<string, string>> = {
  ù: 'á',
  ø: 'à',
  û: 'ả',
  õ: 'ã',
  ï: 'ạ',
  ê: 'ă',
  é: 'ắ',
  è: 'ằ',
  ú: 'ẳ',
  ü: 'ẵ',
  ë: 'ặ',
  â: 'â',
  á: 'ấ',
  à: 'ầ',
  å: 'ẩ',
  ã: 'ẫ',
  ä: 'ậ',
};

/** Letters that stand alone. */
const SINGLE: Readonly<Record<string, string>> = {
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  ô: 'ơ',
  ö: 'ư',
  î: 'ỵ',
  ñ: 'đ',
};

/** Vowels before a mark; what `ô` and `ö` mean comes before what the mark adds. */
const PAIR = /([aeouyôö])([ùøûõïêéèúüëâáàåãä])/giu;
const LONE = /[íìæóòôöîñ]/giu;
const BREVES = 'ăắằẳẵặ';

/** The text in Unicode; null where it holds a mark that no vowel of VNI takes. */
export function fromVni(text: string): string | null {
  const pairs: string[] = [];
  const held = text.replace(PAIR, (all, vowel: string, mark: string) => {
    const meant = combined(vowel, mark);
    if (meant === null) return all;
    pairs.push(meant);
    return '\u0000';
  });
  const lone = held.replace(LONE, (letter) =>
    inCaseOf(letter, SINGLE[letter.toLowerCase()] ?? letter),
  );
  if (/[\u0080-\u009f\u00a1-\u00ff]/u.test(held.replace(LONE, ''))) return null;
  return lone.replaceAll('\u0000', () => pairs.shift() ?? '');
}

const ACUTE_TO_DOT: Readonly<Record<string, string>> = {
  á: '\u0301',
  à: '\u0300',
  ả: '\u0309',
  ã: '\u0303',
  ạ: '\u0323',
};

/** `a` and `ù` are `á`; `o` and `ä` are `ộ`; breves stand on `a` only. */
function combined(vowel: string, mark: string): string | null {
  const sign = MARKS[mark.toLowerCase()];
  if (sign === undefined) return null;
  const base = SINGLE[vowel.toLowerCase()] ?? vowel.toLowerCase();
  if (BREVES.includes(sign) && base !== 'a') return null;
  const tone = ACUTE_TO_DOT[sign];
  if (tone !== undefined) return inCaseOf(vowel, (base + tone).normalize('NFC'));
  if (!'aeo'.includes(base)) return null;
  return inCaseOf(vowel, sign.normalize('NFD').replace('a', base).normalize('NFC'));
}

function inCaseOf(model: string, letter: string): string {
  return model === model.toLowerCase() ? letter : letter.toUpperCase();
}

/** `VNI-Times`, `VNI-Helve`: fonts of these letters. */
export function isVniFont(font: string): boolean {
  return /^vni[- ]/i.test(font);
}
