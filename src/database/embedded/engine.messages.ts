/** What the main thread tells the engine's thread at its start. */
export interface EngineStart {
  /** null = in memory. */
  readonly dataDir: string | null;
  readonly username: string;
  readonly socketPath: string;
  /** A dump of a prepared database to begin with. */
  readonly template: Uint8Array<ArrayBuffer> | null;
}

export type EngineOrder = 'dump' | 'close';

export type EngineReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'dumped'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly message: string };
