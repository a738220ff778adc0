import { Link } from 'react-router';

import type { ComparedRun } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';

/** What a run is called at the head of its column; leads to its list. */
export function RunHead({ run }: { readonly run: ComparedRun }) {
  const w = useText(words);
  return (
    <>
      <Link to={`/placement?run=${run.run.id}`}>{run.scenarioName}</Link>
      <div className="sub">
        {wordFor(w, 'run', run.run.kind)}, {wordFor(w, 'state', run.state).toLowerCase()}
      </div>
    </>
  );
}
