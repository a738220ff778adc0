/** The label of the hidden column in which a roster that we wrote carries its marks. */
export const MARK_LABEL = 'Mã bản ghi (không sửa)';

/** What a row of ours says of itself: who it is about, and what each of its values was when it went out. */
export interface Mark {
  /** The registry's own number of the person. */
  readonly staffId: number;
  /** Whether the facet went out with this value; null = the facet did not go out with the row. */
  readonly went: (facet: string, value: unknown) => boolean | null;
}
