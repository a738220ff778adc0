/** What a list of proposals can be narrowed by, and its page. */
export interface ProposalFilter {
  commune?: string;
  position?: string;
  outcome?: string;
  movement?: string;
  /** A part of the name or of the personal number, with or without diacritics. */
  search?: string;
  offset: number;
  limit: number;
}
