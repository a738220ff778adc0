/**
 * Stands in for `@rc-component/util/es/Dom/dynamicCSS` (see build/constructed-styles.ts): same functions, but the rules go
 * into constructed style sheets instead of `<style>` elements, so that the content policy needs no `unsafe-inline`.
 */

interface Entry {
  readonly sheet: CSSStyleSheet;
  /** Callers hang attributes on what they get back; it is never in the document. */
  readonly handle: HTMLStyleElement;
}

const entries = new Map<string, Entry>();

function adopt(css: string): Entry {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  return { sheet, handle: document.createElement('style') };
}

export function injectCSS(css: string): HTMLStyleElement {
  return adopt(css).handle;
}

export function updateCSS(css: string, key: string): HTMLStyleElement {
  const entry = entries.get(key);
  if (entry) {
    entry.sheet.replaceSync(css);
    return entry.handle;
  }
  const added = adopt(css);
  entries.set(key, added);
  return added.handle;
}

export function removeCSS(key: string): void {
  const entry = entries.get(key);
  if (!entry) return;
  const at = document.adoptedStyleSheets.indexOf(entry.sheet);
  if (at >= 0) document.adoptedStyleSheets.splice(at, 1);
  entries.delete(key);
}

export function clearContainerCache(): void {
  // The constructed sheets have no container.
}
