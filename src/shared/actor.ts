/** Who acts, and in which province. The database is told in every transaction. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly provinceCode: string;
}
