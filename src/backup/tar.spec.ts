import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { type Entry, packTar, unpackTar } from './tar.js';

const FILES: readonly Entry[] = [
  { name: 'FORMAT', bytes: Buffer.from('một\n') },
  { name: 'empty', bytes: Buffer.alloc(0) },
  { name: 'tables/units/000001.jsonl', bytes: Buffer.alloc(512, 'a') },
  { name: 'manifest.json', bytes: Buffer.alloc(1500, 'b') },
];

async function packed(files = FILES): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of packTar(Readable.from(files))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function unpacked(bytes: Buffer, pieceBytes = bytes.length): Promise<Entry[]> {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes)
    pieces.push(bytes.subarray(at, at + pieceBytes));
  const entries: Entry[] = [];
  for await (const entry of unpackTar(Readable.from(pieces))) entries.push(entry);
  return entries;
}

describe('unpackTar', () => {
  it('gives what packTar was given, in pieces of whatever size', async () => {
    const archive = await packed();
    expect(archive.length % 512).toBe(0);
    for (const size of [1, 7, 511, 512, 513, 5000])
      expect(await unpacked(archive, size)).toEqual(FILES);
  });

  it('refuses an archive cut at any block, also before its end mark', async () => {
    const archive = await packed();
    for (let end = 0; end <= archive.length - 1024; end += 256)
      await expect(unpacked(archive.subarray(0, end), 512)).rejects.toMatchObject({
        code: 'backup.damaged',
      });
  });

  it('refuses what follows the end mark, and a header with another sum', async () => {
    const archive = await packed();
    const longer = Buffer.concat([archive, Buffer.from('x')]);
    const changed = Buffer.from(archive);
    changed[0] = 'G'.charCodeAt(0);
    for (const bytes of [longer, changed])
      await expect(unpacked(bytes)).rejects.toMatchObject({ code: 'backup.damaged' });
  });
});

describe('packTar', () => {
  it('refuses a name that the format would cut', async () => {
    const long = { name: 'x'.repeat(101), bytes: Buffer.alloc(1) };
    await expect(packed([long])).rejects.toThrow('too long');
  });
});
