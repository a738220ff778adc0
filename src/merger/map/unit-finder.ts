import type { UnitFact } from '../../scenario/facts.js';
import { grouped } from '../../shared/grouped.js';
import { folded, normalised } from '../../shared/text.js';

export type FoundUnit =
  { readonly code: string; readonly fault: null } | { readonly code: null; readonly fault: string };

type Named = Pick<UnitFact, 'code' | 'name' | 'parentCode'>;

const KIND = /^(xã|phường|thị trấn|đặc khu)\s+/i;
const CODE_LENGTH = 5;

/**
 * Finds units by code, also by one that a spreadsheet has stripped of its leading zeros, or by name with or without the word
 * of its kind. Names are compared with their diacritics; one found without them only is a question, never an answer.
 *
 * @param parents to tell units of the same name apart.
 */
export function unitFinder(
  units: readonly Named[],
  parents: readonly Named[],
): (text: string) => FoundUnit {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byName = grouped(units, ({ name }) => exact(name));
  const byBareName = grouped(units, ({ name }) => exact(name.replace(KIND, '')));
  const byFolded = grouped(units, ({ name }) => folded(name.replace(KIND, '')));
  const parentName = new Map(parents.map(({ code, name }) => [code, name]));
  const told = ({ code, name, parentCode }: Named): string => {
    const parent = parentCode === null ? undefined : parentName.get(parentCode);
    return `${name} (${code}${parent === undefined ? '' : `, ${parent}`})`;
  };
  return (text) => {
    const typed = normalised(text);
    if (typed === '') return { code: null, fault: 'còn trống.' };
    const coded = byCode.get(typed) ?? byCode.get(typed.padStart(CODE_LENGTH, '0'));
    if (coded) return { code: coded.code, fault: null };
    const found = byName.get(exact(typed)) ?? byBareName.get(exact(typed)) ?? [];
    const [one] = found;
    if (one && found.length === 1) return { code: one.code, fault: null };
    if (one) return ask(`"${typed}" có ${found.length} đơn vị: ${found.map(told).join('; ')}.`);
    const alike = byFolded.get(folded(typed.replace(KIND, ''))) ?? [];
    return alike.length > 0
      ? { code: null, fault: `không có "${typed}". Có phải ${alike.map(told).join(' hay ')}?` }
      : { code: null, fault: `không có "${typed}" trong phương án.` };
  };
}

function ask(which: string): FoundUnit {
  return { code: null, fault: `${which} Hãy ghi mã.` };
}

/** Case and spaces do not count, diacritics do. */
function exact(name: string): string {
  return normalised(name).toLocaleLowerCase('vi');
}
