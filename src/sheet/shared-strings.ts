import { TextBuilder, type RichText } from './text-builder.js';
import type { Attributes, XmlHandler } from './xml-events.js';

/** Collects `sharedStrings.xml`; `strings[i]` is what a cell of type `s` with value i says. */
export class SharedStringsHandler implements XmlHandler {
  readonly strings: RichText[] = [];
  private readonly builder = new TextBuilder();

  open(name: string, attributes: Attributes): void {
    this.builder.open(name, attributes);
  }

  text(text: string): void {
    this.builder.text(text);
  }

  close(name: string): void {
    if (name === 'si') this.strings.push(this.builder.take());
    else this.builder.close(name);
  }
}
