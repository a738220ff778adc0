import type { Position } from './api/shapes.js';
import type { Language } from './text/language.js';

/** Name of a position in the reader's language; a title without an English name keeps its own. */
export function positionName({ name, nameEn }: Position, language: Language): string {
  return language === 'en' ? (nameEn ?? name) : name;
}
