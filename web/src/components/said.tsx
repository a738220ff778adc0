import { useSaid } from '../lib/text/said.js';

/** What the API has composed, in the reader's language. */
export function Said({ text }: { readonly text: string }) {
  return useSaid()(text);
}
