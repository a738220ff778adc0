/** What a list of proposals can be narrowed by, and its page. */
export interface ProposalFilter {
  commune?: string;
  /** Code of an old unit. */
  from?: string;
  position?: string;
  outcome?: string;
  movement?: string;
  /** 'true' = outside the successors of the unit. */
  moved?: string;
  /** A part of the name, with or without diacritics; never of a personal number. */
  search?: string;
  offset: number;
  limit: number;
}
