import { defineText, useText } from '../lib/text/define-text.js';
import { useLanguage } from '../lib/text/language.js';
import { useLawWords } from '../lib/text/law-words.js';
import { TERMS, type TermKey } from '../lib/text/terms.js';
import { Help } from './help.js';

const termsText = defineText(
  { onPage: 'Thuật ngữ', source: 'Nguồn', ours: 'Cách gọi của phần mềm' },
  { onPage: 'Terms', source: 'Source', ours: 'A word of this program' },
);

/** What a term means and where it stands, in the reader's language. */
export function useTerm(): (key: TermKey) => { readonly name: string; readonly meaning: string } {
  const t = useText(termsText);
  const { language } = useLanguage();
  const law = useLawWords();
  return (key) => {
    const { name, meaning } = TERMS[key][language];
    const { source } = TERMS[key];
    const from = source === null ? t.ours : `${t.source}: ${law.said(source)}`;
    return { name, meaning: `${meaning} (${from})` };
  };
}

/** The question mark beside a legal term that stands on the page already. */
export function TermHelp({ of }: { readonly of: TermKey }) {
  const { name, meaning } = useTerm()(of);
  return <Help term={name} meaning={meaning} />;
}

/** The legal terms of a view, each with its question mark. */
export function Terms({ of }: { readonly of: readonly TermKey[] }) {
  const t = useText(termsText);
  const told = useTerm();
  return (
    <p className="terms sub">
      {t.onPage}:{' '}
      {of.map((key) => (
        <span key={key} className="term">
          {told(key).name} <TermHelp of={key} />
        </span>
      ))}
    </p>
  );
}
