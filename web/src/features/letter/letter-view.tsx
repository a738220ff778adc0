import { PageHead } from '../../components/page-head.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { BlockCard } from './block-card.js';
import { IssueCard } from './issue-card.js';
import { LetterList } from './letter-list.js';
import { letterText } from './letter.text.js';
import { TemplateCards } from './template-cards.js';

/** Papers of decisions: whoever sees a person sees theirs; the province numbers, writes and checks them. */
export function LetterView() {
  const t = useText(letterText);
  const writes = useMay()('letter.write');
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {writes && <IssueCard />}
      <LetterList />
      {writes && <BlockCard />}
      {writes && <TemplateCards />}
    </>
  );
}
