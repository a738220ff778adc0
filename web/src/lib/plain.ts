/** For a name inside a sentence: `khối Đảng`. */
export function lowerFirst(name: string): string {
  return name.slice(0, 1).toLocaleLowerCase('vi') + name.slice(1);
}

/** Without diacritics, in small letters: for finding what is on the page. Searching staff is the API's work. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}
