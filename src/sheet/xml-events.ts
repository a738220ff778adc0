import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { damaged, forbiddenContent } from './refusals.js';

export type Attributes = Readonly<Record<string, string>>;

/** Receives the tags of a part by their local names: prefixes differ between writers, names do not. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** A parser that takes bytes in pieces, finds their encoding and refuses a document type definition. */
export class XmlFeed {
  private readonly parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  private decoder: TextDecoder | null = null;

  constructor(handler: XmlHandler) {
    this.parser.on('opentag', (tag) => handler.open(localName(tag.name), tag.attributes));
    this.parser.on('closetag', (tag) => handler.close(localName(tag.name)));
    this.parser.on('text', (text) => handler.text(text));
    this.parser.on('cdata', (text) => handler.text(text));
    this.parser.on('doctype', () => {
      throw forbiddenContent('khai báo DTD');
    });
  }

  write(bytes: Buffer): void {
    this.decoder ??= decoderFor(bytes);
    this.parser.write(this.decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    if (this.decoder !== null) this.parser.write(this.decoder.decode());
    this.parser.close();
  }
}

/** Feeds a whole part to `handler`. */
export async function parseXml(stream: Readable, handler: XmlHandler): Promise<void> {
  const feed = new XmlFeed(handler);
  for await (const chunk of stream as AsyncIterable<Buffer>) feed.write(chunk);
  feed.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute whose prefix varies, such as `r:id`; undefined where it is not there. */
export function prefixedAttribute(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((each) => each.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

const DECLARED = /^<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/;

function decoderFor(bytes: Buffer): TextDecoder {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw damaged(`bảng mã "${encoding}" không đọc được`);
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0x00) return 'utf-16le';
  if (bytes[0] === 0x00 && bytes[1] === 0x3c) return 'utf-16be';
  return DECLARED.exec(bytes.subarray(0, 200).toString('latin1'))?.[1] ?? 'utf-8';
}
