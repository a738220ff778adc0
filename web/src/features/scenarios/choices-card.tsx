import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';

import { Answered } from '../../components/states.js';
import { choicesQuery } from '../../lib/api/comparison.js';
import type { ParetoRun } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { compareText } from './compare.text.js';

interface Props {
  readonly onCompare: (runs: readonly number[]) => void;
}

/** Which runs of the province nothing beats. */
export function ChoicesCard({ onCompare }: Props) {
  const t = useText(compareText);
  const query = useQuery(choicesQuery());
  return (
    <section className="card scroll-x">
      <h2>{t.choices}</h2>
      <p className="sub">{t.choicesLead}</p>
      <Answered query={query} rows={4}>
        {(runs) => (
          <>
            <ChoicesTable runs={runs} />
            <Button
              onClick={() =>
                onCompare(runs.filter(({ stands }) => stands).map(({ runId }) => runId))
              }
            >
              {t.compare}
            </Button>
          </>
        )}
      </Answered>
    </section>
  );
}

const LEVELS = ['requiredUnfilled', 'withoutSeat', 'fit', 'wishes', 'distanceKm', 'moved'] as const;

function ChoicesTable({ runs }: { readonly runs: readonly ParetoRun[] }) {
  const t = useText(compareText);
  const w = useText(words);
  const { number } = useFormat();
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.run}</th>
          {LEVELS.map((level) => (
            <th key={level} className="num">
              {t[level]}
            </th>
          ))}
          <th>{t.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.runId}>
            <td>
              <strong>{number(run.runId)}</strong> {run.scenarioName}
              <div className="sub">{wordFor(w, 'run', run.kind)}</div>
            </td>
            {LEVELS.map((level) => (
              <td key={level} className="num" data-label={t[level]}>
                {number(run.levels[level])}
              </td>
            ))}
            <td data-label={t.verdict}>
              <Verdict run={run} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Verdict({ run }: { readonly run: ParetoRun }) {
  const t = useText(compareText);
  const { number } = useFormat();
  if (!run.lawful) return <Tag className="tag tag--bad">{t.unlawful}</Tag>;
  if (run.stands) return <Tag className="tag tag--good">{t.stands}</Tag>;
  return <span className="sub">{t.beaten(number(run.beatenBy ?? 0))}</span>;
}
