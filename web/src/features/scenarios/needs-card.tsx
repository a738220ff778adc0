import { useQuery } from '@tanstack/react-query';

import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { needsQuery } from '../../lib/api/comparison.js';
import type { Comparison, Needs } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { compareText } from './compare.text.js';
import { RunHead } from './run-head.js';

/** Rows of a list at once; both lists are there whole. */
const PAGE = 10;

interface Props {
  readonly comparison: Comparison;
  readonly runs: string;
}

/** Couples that a run parts, and homes that far ways make necessary. */
export function NeedsCard({ comparison, runs }: Props) {
  const t = useText(compareText);
  const query = useQuery(needsQuery(runs));
  const params = useQueryParams();
  const rowsOf = <T,>(all: readonly T[], param: string): readonly T[] =>
    all.slice((pageOf(params.get, param) - 1) * PAGE, pageOf(params.get, param) * PAGE);
  return (
    <section className="card scroll-x">
      <h2>{t.needs}</h2>
      <Answered query={query} rows={4}>
        {({ couples, housing }) => (
          <>
            {couples.length === 0 ? (
              <Nothing>{t.noCouples}</Nothing>
            ) : (
              <>
                <CouplesTable couples={rowsOf(couples, 'couples')} comparison={comparison} />
                <Pages total={couples.length} pageSize={PAGE} param="couples" />
              </>
            )}
            {housing.length === 0 ? (
              <Nothing>{t.noHousing}</Nothing>
            ) : (
              <>
                <HousingTable housing={rowsOf(housing, 'housing')} comparison={comparison} />
                <Pages total={housing.length} pageSize={PAGE} param="housing" />
              </>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function Heads({ label, comparison: { runs } }: { label: string; comparison: Comparison }) {
  return (
    <thead>
      <tr>
        <th>{label}</th>
        {runs.map((run) => (
          <th key={run.run.id}>
            <RunHead run={run} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CouplesProps {
  readonly couples: readonly Needs['couples'][number][];
  readonly comparison: Comparison;
}

function CouplesTable({ couples, comparison }: CouplesProps) {
  const t = useText(compareText);
  const w = useText(words);
  const { decimal } = useFormat();
  return (
    <table className="list stack">
      <Heads label={t.couple} comparison={comparison} />
      <tbody>
        {couples.map(({ names, staffIds, ways }) => (
          <tr key={staffIds.join('-')}>
            <td>{names.join(' – ')}</td>
            {comparison.runs.map(({ run, scenarioName }) => {
              const way = ways.find(({ runId }) => runId === run.id);
              return (
                <td key={run.id} data-label={scenarioName}>
                  {way ? way.communes.map((name) => name || t.leaves).join(' – ') : t.absent}
                  {way && way.km !== null && (
                    <div className={way.apart ? 'short-text' : 'sub'}>{w.km(decimal(way.km))}</div>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HousingProps {
  readonly housing: readonly Needs['housing'][number][];
  readonly comparison: Comparison;
}

function HousingTable({ housing, comparison }: HousingProps) {
  const t = useText(compareText);
  const { number } = useFormat();
  return (
    <table className="list stack">
      <Heads label={t.commune} comparison={comparison} />
      <tbody>
        {housing.map(({ communeCode, communeName, counts }) => (
          <tr key={communeCode}>
            <td>{communeName}</td>
            {comparison.runs.map(({ run, scenarioName }) => {
              const own = counts.find(({ runId }) => runId === run.id);
              return (
                <td key={run.id} data-label={scenarioName}>
                  {own ? t.housing(number(own.people), number(own.households)) : '–'}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
