import { Link } from 'react-router';

import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { UnitAnswers } from '../scenarios/unit-answers.js';
import { communeText } from './commune.text.js';
import type { Pending } from './pending.js';

/** The plan that the commune is asked about, with agreeing and objecting. */
export function AnswerCard({ pending }: { readonly pending: Pending | null }) {
  const t = useText(communeText);
  const w = useText(words);
  return (
    <section className="card" aria-label={t.answerTitle}>
      <h2>{t.answerTitle}</h2>
      {pending === null ? (
        <p className="sub">{t.noPlan}</p>
      ) : (
        <>
          <p>
            <strong>{pending.scenario.name}</strong>{' '}
            <span className="sub">{wordFor(w, 'state', pending.scenario.state)}</span>
          </p>
          <UnitAnswers plan={pending.scenario} />
          <p className="card-foot">
            <Link to={`/board?run=${pending.run.id}`}>{t.toBoard}</Link>
            <Link to={`/scenarios?plan=${pending.scenario.id}`}>{t.toPlan}</Link>
          </p>
        </>
      )}
    </section>
  );
}
