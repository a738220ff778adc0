import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { smallPart, type Allowance } from './limits.js';
import { damaged } from './refusals.js';
import { XmlTags, type XmlHandler } from './xml-tags.js';
import type { Attributes } from './xml-text.js';

export type { XmlHandler } from './xml-tags.js';
export type { Attributes } from './xml-text.js';

/** A parser that takes bytes in pieces, finds their encoding and refuses a document type definition. */
export class XmlFeed {
  private readonly tags: XmlTags;
  private decoder: TextDecoder | null = null;

  constructor(handler: XmlHandler, allowance: Pick<Allowance, 'elements'>) {
    this.tags = new XmlTags(handler, allowance);
  }

  write(bytes: Buffer): void {
    this.decoder ??= decoderFor(bytes);
    this.tags.write(this.decoded(bytes));
  }

  end(): void {
    if (this.decoder !== null) this.tags.write(this.decoded());
    this.tags.end();
  }

  private decoded(bytes?: Buffer): string {
    try {
      const decoder = this.decoder ?? new TextDecoder();
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw damaged('ký tự không theo bảng mã của tệp');
    }
  }
}

/** Feeds a whole part to `handler`; without an allowance of its own it counts as a small part. */
export async function parseXml(
  stream: Readable,
  handler: XmlHandler,
  allowance: Pick<Allowance, 'elements'> = smallPart(),
): Promise<void> {
  const feed = new XmlFeed(handler, allowance);
  for await (const chunk of stream as AsyncIterable<Buffer>) feed.write(chunk);
  feed.end();
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
