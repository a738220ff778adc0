/** What a list of proposals can be narrowed by, and its page. */
export interface ProposalFilter {
  commune?: string;
  position?: string;
  outcome?: string;
  movement?: string;
  /** A part of the name, with or without diacritics; never of a personal number. */
  search?: string;
  offset: number;
  limit: number;
}
