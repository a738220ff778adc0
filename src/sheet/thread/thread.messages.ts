import type { Thrown } from '../../shared/thrown.js';

/** What a thread says of the order it carries out: pieces as they are ready, then the answer or why there is none. */
export type ThreadReply<Piece, Answer> =
  | { readonly kind: 'piece'; readonly piece: Piece }
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly thrown: Thrown };
