/** What the main thread tells the engine's thread at its start. */
export interface EngineStart {
  /** null = in memory. */
  readonly dataDir: string | null;
  readonly username: string;
  readonly socketPath: string;
  /** A dump of a prepared database to begin with, compressed. */
  readonly template: Uint8Array<ArrayBuffer> | null;
}

export type EngineOrder =
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' }
  /** Every connection has the rights of this role from now on. */
  | { readonly kind: 'become'; readonly role: string };

export type EngineReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'dumped'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'closed' }
  | { readonly kind: 'became' }
  | { readonly kind: 'failed'; readonly message: string };
