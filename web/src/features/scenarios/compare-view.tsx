import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';

import { useRunOptions } from '../../components/at-choice.js';
import { Basis } from '../../components/basis.js';
import { ExportDialog } from '../../components/export-dialog.js';
import { PartTabs } from '../../components/part-tabs.js';
import { PageHead } from '../../components/page-head.js';
import { SecrecyTag } from '../../components/secrecy-mark.js';
import { Answered, Nothing } from '../../components/states.js';
import { comparisonQuery } from '../../lib/api/comparison.js';
import type { Comparison, Scenario } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { baselineOf, bestOf, runsOf } from '../../lib/runs.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { ChoicesCard } from './choices-card.js';
import { compareText } from './compare.text.js';
import { DecisionCard, planOf } from './decision-card.js';
import { FiguresTable } from './figures-table.js';
import { NeedsCard } from './needs-card.js';
import { PeopleCard } from './people-card.js';
import { PeopleStatesCard } from './people-states-card.js';

/** Whatever is compared, one part at a time; then the people of the plan that is decided, and what all plans offer. */
const PARTS = ['figures', 'people', 'needs', 'states', 'choices'] as const;
type Part = (typeof PARTS)[number];
/** What the address says of one part only. */
const OF_A_PART = { page: null, couples: null, housing: null, people: null, 'people-page': null };

/** The part that the address asks for; a choice of people of the plan without a part asks for theirs. */
function partOf(asked: string | null, people: string | null): Part {
  return PARTS.find((each) => each === asked) ?? (people === null ? 'figures' : 'states');
}

/** Plans beside each other. */
export function CompareView() {
  const t = useText(compareText);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Basis>{(_configuration, scenarios) => <Chosen scenarios={scenarios} />}</Basis>
    </>
  );
}

/** Runs that the address asks for and that are there; else the baseline and the best. */
function chosenOf(scenarios: readonly Scenario[], asked: string | null): number[] {
  const choices = runsOf(scenarios);
  const known = (asked ?? '')
    .split(',')
    .map(Number)
    .filter((id) => choices.some(({ run }) => run.id === id));
  if (known.length > 0) return [...new Set(known)];
  return [baselineOf(choices), bestOf(choices)].flatMap((choice) => choice?.run.id ?? []);
}

function Chosen({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const t = useText(compareText);
  const may = useMay();
  const params = useQueryParams();
  const id = useId();
  const options = useRunOptions(scenarios);
  const part = partOf(params.get('part'), params.get('people'));
  const plan = planOf(scenarios, params.get('plan'));
  const runs = chosenOf(scenarios, params.get('runs'));
  const chosen = scenarios.filter((each) => each.runs.some((run) => runs.includes(run.id)));
  const choose = (list: readonly number[]) =>
    params.set({
      runs: list.length === 0 ? null : list.join(','),
      ...OF_A_PART,
    });
  if (options.length === 0) return <Nothing>{t.noRuns}</Nothing>;
  return (
    <>
      <div className="filters">
        <div className="choice choice--wide">
          <label htmlFor={id}>{t.runs}</label>
          <Select
            id={id}
            mode="multiple"
            value={runs.map((run) => `run=${run}`)}
            options={options}
            optionFilterProp="label"
            onChange={(values) => choose(values.map((value) => Number(value.split('=')[1])))}
          />
        </div>
        <SecrecyTag scenarios={chosen} />
      </div>
      <p className="sub">{t.runsHelp}</p>
      <DecisionCard scenarios={scenarios} />
      <PartTabs
        label={t.parts}
        parts={PARTS.filter((each) => each !== 'choices' || may('scenario.write')).map((each) => ({
          value: each,
          label: t[`part.${each}`],
        }))}
        current={part}
        onChoose={(each) => params.set({ part: each, ...OF_A_PART })}
      />
      {part === 'choices' && may('scenario.write') ? (
        <ChoicesCard onCompare={choose} />
      ) : part === 'states' ? (
        plan && <PeopleStatesCard key={plan.id} plan={plan} />
      ) : (
        <Compared runs={runs.join(',')} part={part} />
      )}
    </>
  );
}

interface ComparedProps {
  readonly runs: string;
  readonly part: Part;
}

function Compared({ runs, part }: ComparedProps) {
  const t = useText(compareText);
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const query = useQuery(comparisonQuery(runs));
  return (
    <>
      <Answered query={query} rows={12}>
        {(comparison) => (
          <>
            <p className="sub">
              <FactsLine comparison={comparison} />{' '}
              {may('report.export') && (
                <button type="button" className="link-button" onClick={() => setAsked(true)}>
                  {t.workbook}
                </button>
              )}
            </p>
            {part === 'people' ? (
              <PeopleCard comparison={comparison} runs={runs} />
            ) : part === 'needs' ? (
              <NeedsCard comparison={comparison} runs={runs} />
            ) : (
              <FiguresTable comparison={comparison} />
            )}
          </>
        )}
      </Answered>
      {asked && (
        <ExportDialog
          title={t.workbook}
          columns={[]}
          address={`/api/reports/comparison.xlsx?runs=${runs}`}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

/** Whether the plans stand on the same facts, and how much they differ. */
function FactsLine({ comparison }: { readonly comparison: Comparison }) {
  const t = useText(compareText);
  const { number } = useFormat();
  const kinds = comparison.differentFacts.map(({ kind, count }) => {
    const word = t[`kind.${kind}` as keyof typeof t];
    return typeof word === 'function' ? (word as (n: string) => string)(number(count)) : kind;
  });
  if (kinds.length === 0) return t.sameFacts;
  return `${t.otherFacts} ${kinds.join(', ')}.`;
}
