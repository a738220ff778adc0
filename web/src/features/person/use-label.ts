import { useLanguage } from '../../lib/text/language.js';
import { LABELS_EN } from './person.text.js';

interface Labelled {
  readonly key: string;
  /** Vietnamese. */
  readonly label: string;
}

/** The label of a field or group in the reader's language; one without an English name keeps its own. */
export function useLabel(): (field: Labelled) => string {
  const { language } = useLanguage();
  return ({ key, label }) => (language === 'en' ? (LABELS_EN[key] ?? label) : label);
}
