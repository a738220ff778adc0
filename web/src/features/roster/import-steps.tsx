import { Link } from 'react-router';

import type { Batch } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { stepsOf, type Step, type StepOnTheWay } from './steps.js';
import { stepsText } from './steps.text.js';
import './steps.css';

/** The way from the files into the registry, where the batch stands on it, and a link to what each step needs. */
export function ImportSteps({ batch }: { readonly batch: Batch }) {
  const t = useText(stepsText);
  return (
    <nav aria-label={t.steps}>
      <ol className="steps">
        {stepsOf(batch).map((each) => (
          <li key={each.step} className={`step step--${each.state}`}>
            <StepName way={each} />
            <StepNote batch={batch} step={each.step} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepName({ way: { step, state, leadsTo } }: { readonly way: StepOnTheWay }) {
  const t = useText(stepsText);
  const current = state === 'here' ? { 'aria-current': 'step' as const } : {};
  const words = (
    <>
      {t[step]}
      <span className="only-read"> ({t[state]})</span>
    </>
  );
  if (leadsTo === null) return <span {...current}>{words}</span>;
  // Within the page the browser itself goes there.
  if (leadsTo.startsWith('#'))
    return (
      <a href={leadsTo} {...current}>
        {words}
      </a>
    );
  return (
    <Link to={leadsTo} {...current}>
      {words}
    </Link>
  );
}

function StepNote({ batch, step }: { readonly batch: Batch; readonly step: Step }) {
  const note = useNotes(batch)[step];
  return note === undefined ? null : <div className="sub">{note}</div>;
}

function useNotes({ state, rows, errors }: Batch): Readonly<Partial<Record<Step, string>>> {
  const t = useText(stepsText);
  const { number } = useFormat();
  return {
    send: t.rows(number(rows)),
    repair: errors > 0 ? t.errors(number(errors)) : t.noErrors,
    ...(state === 'promoted' && { done: t.mayUndo }),
    ...(state === 'undone' && { done: t.undone }),
  };
}
