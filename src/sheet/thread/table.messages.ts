export interface TableOrder {
  readonly file: string;
  readonly bytes: Uint8Array;
}
