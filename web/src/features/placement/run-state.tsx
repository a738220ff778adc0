import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';

import { runChangesQuery } from '../../lib/api/answers.js';
import type { Run, RunChange } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { HeldUnits } from './held-units.js';
import { runStateText } from './run-state.text.js';

/** Whether the shown run still stands on the facts of now, and what has changed. */
export function RunState({ run }: { readonly run: Run }) {
  const may = useMay()('placement.run');
  const { data } = useQuery({ ...runChangesQuery(run.id), enabled: may });
  return (
    <>
      <Reach run={run} />
      {run.signed && <HeldUnits signed={run.signed} />}
      {data?.stale && <Stale changes={data.changes} />}
    </>
  );
}

/** What was asked beyond the levels, and how far the run may be from the best; nothing for a plain optimum. */
function Reach({ run }: { readonly run: Run }) {
  const t = useText(runStateText);
  if (run.proven && run.conditions.length === 0) return null;
  return (
    <p className="sub run-reach">
      {run.conditions.length > 0 && `${t.conditions}: ${run.conditions.join('; ')}. `}
      {run.gapWords}.{run.cutShort && ` ${t.cutShort}`}
    </p>
  );
}

function Stale({ changes }: { readonly changes: readonly RunChange[] }) {
  const t = useText(runStateText);
  return (
    <Alert
      type="warning"
      showIcon
      title={t.stale}
      description={
        <>
          <p>{t.staleHelp}</p>
          <ul>
            {changes.map((change) => (
              <li key={change.what}>
                <Change change={change} />
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

function Change({ change: { what, count, names } }: { readonly change: RunChange }) {
  const t = useText(runStateText);
  const format = useFormat();
  const said = t[`changed.${what}`](format.number(count));
  if (names.length === 0) return said;
  const listed = names.join(', ');
  const more = count - names.length;
  return `${said}: ${more > 0 ? t.andMore(listed, format.number(more)) : listed}`;
}
