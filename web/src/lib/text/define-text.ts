import { useLanguage, type Language } from './language.js';

type Words = Record<string, string | ((...values: never[]) => string)>;
type Text<T extends Words> = Readonly<Record<Language, T>>;

/** The words of a view in both languages; a word missing in one of them does not compile. */
export function defineText<T extends Words>(vi: T, en: NoInfer<T>): Text<T> {
  return { vi, en };
}

/** The words in the reader's language. */
export function useText<T extends Words>(text: Text<T>): T {
  return text[useLanguage().language];
}
