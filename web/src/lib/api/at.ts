/** What the figures are about: a run of a scenario, or the registry on a day. */
export type At = { readonly run: number } | { readonly on: string };
