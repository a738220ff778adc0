import { createHash } from 'node:crypto';
import type { Issue } from '../../shared/issue.js';

/** Contents that were seen, and under which name first: what stands in two files of one upload is read once. */
export class SeenContents {
  private readonly names = new Map<string, string>();

  /** @returns a note at the file of the same bytes that came before; null = there is none. */
  copyOf(name: string, sha256: string): Issue | null {
    const first = this.names.get(sha256);
    if (first === undefined) this.names.set(sha256, name);
    return first === undefined ? null : copyNote(first, name);
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function copyNote(file: string, copy: string): Issue {
  return {
    ...{ file, sheet: '', row: 0, column: '', code: 'roster.file-copy', severity: 'note' },
    message: `Tệp "${copy}" giống hệt tệp này nên chỉ được đọc một lần.`,
  };
}

/** The files of an upload without copies, and what is to be said of those, by the name of the file that is read. */
export function withoutCopies<File extends { readonly name: string; readonly bytes: Uint8Array }>(
  files: readonly File[],
): readonly { readonly file: File; readonly sha256: string; readonly notes: readonly Issue[] }[] {
  const seen = new SeenContents();
  const kept = new Map<string, { file: File; sha256: string; notes: Issue[] }>();
  for (const file of files) {
    const hash = sha256(file.bytes);
    const note = seen.copyOf(file.name, hash);
    if (note === null) kept.set(hash, { file, sha256: hash, notes: [] });
    else kept.get(hash)?.notes.push(note);
  }
  return [...kept.values()];
}
