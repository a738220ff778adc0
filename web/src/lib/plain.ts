/** Without diacritics, in small letters: for finding what is on the page. Searching staff is the API's work. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}
