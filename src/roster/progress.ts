import { Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';

/** How far the reading of an upload is. */
export interface UploadProgress {
  readonly files: number;
  readonly filesRead: number;
  readonly rowsRead: number;
  readonly done: boolean;
}

const NOT_BEGUN: UploadProgress = { files: 0, filesRead: 0, rowsRead: 0, done: false };

/** An upload that nobody asks for any more is forgotten. */
const KEPT_MS = 10 * 60_000;
const MOST = 1_000;

/**
 * How far uploads are, under names that their senders chose, in this process's memory: whoever sends a long file asks the
 * same process while it reads.
 */
@Injectable()
export class UploadsInWork {
  private readonly uploads = new Map<
    string,
    { readonly owner: string; readonly at: number; state: UploadProgress }
  >();

  /** @returns what to call with files and rows read, and at the end. */
  begin(
    actor: Actor,
    upload: string,
    files: number,
  ): { readonly read: (files: number, rows: number) => void; readonly end: () => void } {
    this.forget();
    const state: UploadProgress = { files, filesRead: 0, rowsRead: 0, done: false };
    const kept = { owner: ownerOf(actor), at: Date.now(), state };
    this.uploads.set(upload, kept);
    return {
      read: (filesRead, rowsRead) => (kept.state = { ...kept.state, filesRead, rowsRead }),
      end: () => (kept.state = { ...kept.state, done: true }),
    };
  }

  /** Without files while nothing of that name is read: not begun yet, forgotten, or somebody else's. */
  of(actor: Actor, upload: string): UploadProgress {
    const found = this.uploads.get(upload);
    return found?.owner === ownerOf(actor) ? found.state : NOT_BEGUN;
  }

  private forget(): void {
    const oldest = Date.now() - KEPT_MS;
    for (const [name, { at }] of this.uploads)
      if (at < oldest || this.uploads.size > MOST) this.uploads.delete(name);
  }
}

function ownerOf({ provinceCode, id }: Actor): string {
  return `${provinceCode}/${id}`;
}
