import { Tag } from 'antd';
import { Link } from 'react-router';

import { Help } from '../../components/help.js';
import type { Levels, Run } from '../../lib/api/shapes.js';
import { BLOCKS } from '../../lib/blocks.js';
import { useFormat } from '../../lib/format.js';
import type { RunChoice } from '../../lib/runs.js';
import { useReach } from '../../lib/reach.js';
import { useText } from '../../lib/text/define-text.js';
import { dashboardText } from './dashboard.text.js';

const LEVELS = [
  'requiredUnfilled',
  'withoutSeat',
  'fit',
  'wishes',
  'distanceKm',
  'moved',
] as const satisfies readonly (keyof Levels)[];

/** The list of people that a level counts; the others add up weights or ways. */
const PEOPLE: Readonly<Partial<Record<(typeof LEVELS)[number], string>>> = {
  withoutSeat: 'outcome=surplus',
  moved: 'movement=transfer',
};

interface Props {
  readonly before: RunChoice;
  /** By the longest service; null where nobody has run it. */
  readonly seniority: RunChoice | null;
  readonly after: RunChoice | null;
}

/** The aims in their order, with what each run reaches, and whether the optimum is proven. */
export function LevelTable({ before, seniority, after }: Props) {
  const t = useText(dashboardText);
  const format = useFormat();
  const { unitNames, blocks } = useReach();
  // A level is of the whole province; whoever sees a part of it has a shorter list.
  const seesAll = unitNames === null && blocks.length === BLOCKS.length;
  const valueOf = ({ run }: RunChoice, level: (typeof LEVELS)[number]) => {
    const [value, filter] = [format.number(run.levels[level]), PEOPLE[level]];
    if (!seesAll || filter === undefined) return value;
    return <Link to={`/placement?run=${run.id}&${filter}`}>{value}</Link>;
  };
  return (
    <section className="card">
      <h2>{t.levelsTitle}</h2>
      <p className="sub">{t.levelsLead}</p>
      {unitNames !== null && <p className="sub">{t.levelsOfProvince(unitNames.join(', '))}</p>}
      <table className="list levels">
        <thead>
          <tr>
            <th />
            <RunHead label={t.before} choice={before} />
            {seniority && <RunHead label={t.seniority} choice={seniority} />}
            {after && <RunHead label={t.after} choice={after} />}
          </tr>
        </thead>
        <tbody>
          {LEVELS.map((level, index) => (
            <tr key={level}>
              <th scope="row">
                <span className="rank">{index + 1}</span> {t[`level.${level}`]}
              </th>
              <td className="num">{valueOf(before, level)}</td>
              {seniority && <td className="num">{valueOf(seniority, level)}</td>}
              {after && <td className="num after">{valueOf(after, level)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RunHead({ label, choice }: { readonly label: string; readonly choice: RunChoice }) {
  const t = useText(dashboardText);
  const format = useFormat();
  const { run, scenario } = choice;
  return (
    <th className="num level-head">
      <div>{label}</div>
      <div className="sub">
        {scenario.name}, {t.seconds(format.decimal(run.seconds))}
      </div>
      <Proof run={run} />
      <div className="sub">
        <Link to={`/placement?run=${run.id}`}>{t.peopleOf}</Link>
      </div>
    </th>
  );
}

function Proof({ run }: { readonly run: Run }) {
  const t = useText(dashboardText);
  if (!run.proven)
    return (
      <>
        <Tag className="tag tag--short">△ {t.unproven}</Tag>
        <div className="sub">{run.gapWords}</div>
      </>
    );
  return (
    <span className="proof">
      <Tag className="tag tag--good">✓ {t.proven}</Tag>
      <Help term={t.proven} meaning={t.provenHelp} />
    </span>
  );
}
