import type { SheetLimits } from './limits.js';
import { builtInFormat } from './number-format.js';
import { tooLarge } from './refusals.js';
import type { Attributes, XmlHandler } from './xml-events.js';

/** What a cell's style index says about its number format and font. */
export interface CellStyle {
  readonly format: string;
  readonly font: string | null;
  /** A line through the text. */
  readonly struck: boolean;
}

export const PLAIN_STYLE: CellStyle = { format: 'General', font: null, struck: false };

/** Excel's own limit for a number format. */
const LONGEST_FORMAT = 255;

/** Collects the cell styles of `styles.xml`; `styles[i]` is what `s="i"` means. */
export class StylesHandler implements XmlHandler {
  private readonly formats = new Map<number, string>();
  private readonly fonts: { name: string | null; struck: boolean }[] = [];
  private readonly indexes: { formatId: number; fontId: number }[] = [];
  private inside = '';

  constructor(private readonly limits: Pick<SheetLimits, 'styles'>) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'fonts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs')
      this.inside = name;
    else if (name === 'numFmt' && this.inside !== 'dxfs')
      this.openFormat(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    else if (this.inside === 'fonts') this.openInFonts(name, attributes);
    else if (name === 'xf' && this.inside === 'cellXfs')
      this.indexes.push({
        formatId: Number(attributes['numFmtId'] ?? 0),
        fontId: Number(attributes['fontId'] ?? 0),
      });
    const most = Math.max(this.formats.size, this.fonts.length, this.indexes.length);
    if (most > this.limits.styles) throw tooLarge(`trên ${this.limits.styles} kiểu trình bày`);
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
      font: this.fonts[fontId]?.name ?? null,
      struck: this.fonts[fontId]?.struck ?? false,
    }));
  }

  /** A code longer than Excel allows means nothing that can be relied on. */
  private openFormat(id: number, code: string): void {
    this.formats.set(id, code === '' || code.length > LONGEST_FORMAT ? 'General' : code);
  }

  private openInFonts(name: string, attributes: Attributes): void {
    const last = this.fonts.at(-1);
    if (name === 'font') this.fonts.push({ name: null, struck: false });
    else if (name === 'name' && last !== undefined) last.name = attributes['val'] ?? null;
    else if (name === 'strike' && last !== undefined) last.struck = isOn(attributes['val']);
  }
}

/** A flag that is there counts where it does not say otherwise. */
function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}
