import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AuditKey } from '../access/audit-key.js';
import type { Anchor } from './seal.store.js';

/** What stands outside of the database: the end of the chain at some moment. */
export interface WitnessLine extends Anchor {
  /** Instant, ISO. */
  readonly at: string;
}

/** Above so many bytes earlier days are cut to their last line; one busy day has about half of it. */
const LARGE = 8_000_000;

export function witnessFile(dataDir: string): string {
  return join(dataDir, 'audit', 'witness.jsonl');
}

/**
 * A file that grows with the chain, so that a tail that was cut, or an older state that was put back, is seen although the
 * database itself is whole. Each line carries a keyed hash of its own.
 */
export class Witness {
  constructor(
    private readonly file: string,
    private readonly key: AuditKey,
  ) {}

  /** @returns the lines in their order, and the numbers of the lines that nobody with the key wrote. */
  async read(): Promise<{ readonly lines: WitnessLine[]; readonly forged: number[] }> {
    const lines: WitnessLine[] = [];
    const forged: number[] = [];
    const texts = (await this.text()).split('\n').filter((text) => text !== '');
    texts.forEach((text, index) => {
      const line = this.lineOf(text);
      if (line === 'forged') forged.push(index + 1);
      else if (line !== 'torn') lines.push(line);
    });
    return { lines, forged };
  }

  /** Written to the disk before it answers. */
  async append(line: WitnessLine): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    const handle = await open(this.file, 'a', 0o600);
    let size: number;
    try {
      // The newline comes first too: a line torn by a kill must not swallow this one.
      await handle.appendFile(`\n${this.textOf(line)}`);
      await handle.datasync();
      size = (await handle.stat()).size;
    } finally {
      await handle.close();
    }
    if (size > LARGE) await this.shorten(line.day);
  }

  /** Keeps the last line of each earlier day, all of today, and whatever is forged: that is for the verification to tell. */
  private async shorten(today: string): Promise<void> {
    const texts = (await this.text()).split('\n').filter((text) => text !== '');
    const dayOf = (text: string | undefined): string | null => {
      const line = this.lineOf(text ?? '');
      return typeof line === 'string' ? null : line.day;
    };
    const kept = texts.filter((text, index) => {
      const day = dayOf(text);
      return day === null || day === today || day !== dayOf(texts[index + 1]);
    });
    if (kept.length === texts.length) return;
    const unfinished = `${this.file}.unfinished`;
    await writeFile(unfinished, `${kept.join('\n')}\n`, { mode: 0o600 });
    await rename(unfinished, this.file);
  }

  private async text(): Promise<string> {
    try {
      return await readFile(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }

  private textOf(line: WitnessLine): string {
    return `${JSON.stringify({ ...line, mac: this.macOf(line) })}\n`;
  }

  /** `torn` = the end of a line is missing, as after a kill; it says no more than a line that is not there. */
  private lineOf(text: string): WitnessLine | 'forged' | 'torn' {
    try {
      const { mac, ...line } = JSON.parse(text) as WitnessLine & { readonly mac: unknown };
      return mac === this.macOf(line) ? line : 'forged';
    } catch {
      return 'torn';
    }
  }

  private macOf({ day, at, number, entryId, seal }: WitnessLine): string {
    return this.key.mac('witness', JSON.stringify([day, at, number, entryId, seal]));
  }
}
