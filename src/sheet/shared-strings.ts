import type { SheetLimits } from './limits.js';
import { tooLarge } from './refusals.js';
import { TextBuilder, type RichText } from './text-builder.js';
import type { Attributes, XmlHandler } from './xml-events.js';

/** Collects `sharedStrings.xml`; `strings[i]` is what a cell of type `s` with value i says. */
export class SharedStringsHandler implements XmlHandler {
  readonly strings: RichText[] = [];
  private readonly builder = new TextBuilder();
  private characters = 0;

  constructor(private readonly limits: Pick<SheetLimits, 'cells' | 'characters'>) {}

  open(name: string, attributes: Attributes): void {
    this.builder.open(name, attributes);
  }

  text(text: string): void {
    this.builder.text(text);
  }

  close(name: string): void {
    if (name === 'si') this.add(this.builder.take());
    else this.builder.close(name);
  }

  private add(string: RichText): void {
    const { cells, characters } = this.limits;
    this.strings.push(string);
    this.characters += string.text.length;
    if (this.strings.length > cells) throw tooLarge(`trên ${cells} chuỗi dùng chung`);
    if (this.characters > characters) throw tooLarge(`trên ${characters} ký tự dùng chung`);
  }
}
