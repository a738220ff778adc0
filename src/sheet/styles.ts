import { builtInFormat } from './number-format.js';
import type { Attributes, XmlHandler } from './xml-events.js';

/** What a cell's style index says about its number format and font. */
export interface CellStyle {
  readonly format: string;
  readonly font: string | null;
}

export const PLAIN_STYLE: CellStyle = { format: 'General', font: null };

/** Collects the cell styles of `styles.xml`; `styles[i]` is what `s="i"` means. */
export class StylesHandler implements XmlHandler {
  private readonly formats = new Map<number, string>();
  private readonly fonts: (string | null)[] = [];
  private readonly indexes: { formatId: number; fontId: number }[] = [];
  private inside = '';

  open(name: string, attributes: Attributes): void {
    if (name === 'fonts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs')
      this.inside = name;
    else if (name === 'numFmt' && this.inside !== 'dxfs')
      this.formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
    else if (this.inside === 'fonts') this.openInFonts(name, attributes);
    else if (name === 'xf' && this.inside === 'cellXfs')
      this.indexes.push({
        formatId: Number(attributes['numFmtId'] ?? 0),
        fontId: Number(attributes['fontId'] ?? 0),
      });
  }

  close(name: string): void {
    if (name === this.inside) this.inside = '';
  }

  text(): void {
    // styles.xml holds everything in attributes
  }

  get styles(): readonly CellStyle[] {
    return this.indexes.map(({ formatId, fontId }) => ({
      format: this.formats.get(formatId) ?? builtInFormat(formatId),
      font: this.fonts[fontId] ?? null,
    }));
  }

  private openInFonts(name: string, attributes: Attributes): void {
    if (name === 'font') this.fonts.push(null);
    else if (name === 'name' && this.fonts.length > 0)
      this.fonts[this.fonts.length - 1] = attributes['val'] ?? null;
  }
}
