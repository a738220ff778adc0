import type { Field } from './api/shapes.js';
import { useText } from './text/define-text.js';
import { useLanguage } from './text/language.js';
import { words } from './text/words.js';

/** Name of a field by its code in the reader's language; the code itself while the list is on its way. */
export function useFieldName(
  fields: readonly Field[] | undefined,
): (code: string | null) => string {
  const w = useText(words);
  const { language } = useLanguage();
  return (code) => {
    if (code === null) return w.noPositionField;
    const field = fields?.find((each) => each.code === code);
    if (!field) return code;
    return language === 'vi' ? field.nameVi : field.nameEn;
  };
}
