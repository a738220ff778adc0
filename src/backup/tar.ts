import { damaged } from './refusals.js';

/** A file of the archive. */
export interface Entry {
  /** With `/`, at most 100 bytes of ASCII. */
  readonly name: string;
  readonly bytes: Buffer;
}

const BLOCK = 512;
const NAME_BYTES = 100;
/** Larger files are no work of ours: the largest row holds a workbook of 25 MiB as text. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The files as a tar archive, ustar format, so that `tar` opens it too.
 *
 * @source POSIX.1-2008, pax, "ustar Interchange Format"
 */
export async function* packTar(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const { name, bytes } of entries) {
    yield header(name, bytes.length);
    yield bytes;
    yield Buffer.alloc(padding(bytes.length));
  }
  yield Buffer.alloc(2 * BLOCK);
}

/**
 * The files of a tar archive, one after the other.
 *
 * @throws BadInput `backup.damaged` when it is none, or when something is missing at its end.
 */
export async function* unpackTar(bytes: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const reader = new BlockReader(bytes);
  for (;;) {
    const head = await reader.take(BLOCK);
    if (isZero(head)) break;
    const { name, size } = parsed(head);
    const content = await reader.take(size);
    await reader.take(padding(size));
    yield { name, bytes: content };
  }
  // To its very end: the encryption says only there that nothing was cut off.
  if (!isZero(await reader.rest())) throw damaged('sau phần cuối còn dữ liệu lạ');
}

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > NAME_BYTES) throw new Error(`${name}: too long a name`);
  block.write(name, 0, 'utf8');
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('0', 156);
  block.write('ustar\x0000', 257);
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function parsed(block: Buffer): { readonly name: string; readonly size: number } {
  const stored = parseInt(text(block, 148, 8), 8);
  if (stored !== checksum(block)) throw damaged('cấu trúc bên trong không đọc được');
  const size = parseInt(text(block, 124, 12), 8);
  if (!(size >= 0 && size <= MOST_BYTES)) throw damaged('có phần quá lớn');
  return { name: text(block, 0, NAME_BYTES), size };
}

/** The sum of the bytes, its own eight taken as spaces. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}

function text(block: Buffer, from: number, length: number): string {
  return (
    block
      .toString('utf8', from, from + length)
      .split('\0')[0]
      ?.trim() ?? ''
  );
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function isZero(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}

/** Pieces of any length in, pieces of the wanted length out. */
class BlockReader {
  private readonly source: AsyncIterator<Buffer>;
  private pieces: Buffer[] = [];
  private held = 0;

  constructor(bytes: AsyncIterable<Buffer>) {
    this.source = bytes[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    while (this.held < size) {
      const next = await this.source.next();
      if (next.done === true) throw damaged('thiếu phần cuối');
      this.pieces.push(next.value);
      this.held += next.value.length;
    }
    const all = this.pieces.length === 1 ? this.pieces[0]! : Buffer.concat(this.pieces);
    this.pieces = [all.subarray(size)];
    this.held -= size;
    return all.subarray(0, size);
  }

  async rest(): Promise<Buffer> {
    for (;;) {
      const next = await this.source.next();
      if (next.done === true) return Buffer.concat(this.pieces);
      this.pieces.push(next.value);
    }
  }
}
