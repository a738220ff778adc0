import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';

import { runChangesQuery } from '../../lib/api/answers.js';
import type { RunChange } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { runStateText } from './run-state.text.js';

/** Whether the shown run still stands on the facts of now, and what has changed. */
export function RunState({ runId }: { readonly runId: number }) {
  const t = useText(runStateText);
  const may = useMay()('placement.run');
  const { data } = useQuery({ ...runChangesQuery(runId), enabled: may });
  if (!data?.stale) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t.stale}
      description={
        <>
          <p>{t.staleHelp}</p>
          <ul>
            {data.changes.map((change) => (
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
