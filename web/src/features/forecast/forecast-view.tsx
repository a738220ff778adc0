import { useQuery } from '@tanstack/react-query';

import { AtChoice } from '../../components/at-choice.js';
import { Basis } from '../../components/basis.js';
import { Choice } from '../../components/choice.js';
import { PageHead } from '../../components/page-head.js';
import { SecrecyHead } from '../../components/secrecy-mark.js';
import { Answered } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import type { At } from '../../lib/api/at.js';
import { forecastQuery } from '../../lib/api/forecast.js';
import type { BlockCode, Configuration, Scenario } from '../../lib/api/shapes.js';
import { scopeOf } from '../../lib/blocks.js';
import { dayOfUnits } from '../../lib/day.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useReach } from '../../lib/reach.js';
import { atOf, baselineOf, bestOf, runsOf, scenarioAt, type RunChoice } from '../../lib/runs.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { askedOf } from './forecast-link.js';
import { ForecastNotes } from './forecast-notes.js';
import { forecastText } from './forecast.text.js';
import { FuturePanel } from './future-panel.js';
import { LeaverTable } from './leaver-table.js';
import { LeftOutPanel } from './left-out-panel.js';
import { TrainingTable } from './training-table.js';
import { YearTable } from './year-table.js';

export function ForecastView() {
  const t = useText(forecastText);
  const params = useQueryParams();
  const at = { run: params.get('run'), on: params.get('on') };
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        mark={<SecrecyHead pick={(scenarios) => scenarioAt(scenarios, at)} />}
      />
      <Basis>
        {(configuration, scenarios) => (
          <Forecasts configuration={configuration} scenarios={scenarios} />
        )}
      </Basis>
    </>
  );
}

/** Another choice begins both lists anew. */
const FIRST_PAGES = { page: null, training: null, cells: null };

interface Props {
  readonly configuration: Configuration;
  readonly scenarios: readonly Scenario[];
}

function Forecasts({ configuration, scenarios }: Props) {
  const params = useQueryParams();
  const runs = runsOf(scenarios);
  const asked = { run: params.get('run'), on: params.get('on') };
  const at = atOf(runs, asked, dayOfUnits(configuration));
  const scope = scopeOf(params.get('block'), useReach().firstBlock);
  const block = scope === 'all' ? null : scope;
  return (
    <>
      <div className="filters">
        <AtChoice
          at={at}
          scenarios={scenarios}
          configuration={configuration}
          onChange={(change) => params.set({ ...change, ...FIRST_PAGES })}
        />
        <BlockChoice
          value={scope}
          onChange={(value) => params.set({ block: value, ...FIRST_PAGES })}
        />
      </div>
      <Years at={at} other={otherSide(runs, at)} block={block} />
      <FuturePanel at={at} block={block} />
      <LeftOutPanel at={at} block={block} />
      <LeaverTable at={at} block={block} />
      <TrainingTable at={at} block={block} />
    </>
  );
}

/** The best placement beside the baseline, and the other way about; nothing beside the registry. */
function otherSide(runs: readonly RunChoice[], at: At): RunChoice | null {
  if (!('run' in at)) return null;
  const [before, after] = [baselineOf(runs), bestOf(runs)];
  if (before?.run.id === at.run) return after ?? null;
  return after?.run.id === at.run ? (before ?? null) : null;
}

interface YearsProps {
  readonly at: At;
  readonly other: RunChoice | null;
  readonly block: BlockCode | null;
}

function Years({ at, other, block }: YearsProps) {
  const own = useQuery(forecastQuery(at, block));
  const otherAt = other ? { run: other.run.id } : at;
  const beside = useQuery(forecastQuery(otherAt, block));
  return (
    <Answered query={own} rows={10}>
      {(forecast) => (
        <>
          <Workbook at={at} block={block} />
          <ForecastNotes at={at} block={block} forecast={forecast} />
          <YearTable
            at={at}
            block={block}
            otherAt={otherAt}
            forecast={forecast}
            other={other && (beside.data ?? null)}
            kind={other?.run.kind ?? null}
          />
        </>
      )}
    </Answered>
  );
}

/** All that the view shows, as a workbook. */
function Workbook({ at, block }: { readonly at: At; readonly block: BlockCode | null }) {
  const t = useText(forecastText);
  if (!useMay()('report.export')) return null;
  return (
    <p className="sub">
      <TakeList
        title={t.workbook}
        address={`/api/reports/forecast.xlsx?${askedOf(at, block).toString()}`}
      />
    </p>
  );
}

interface BlockProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function BlockChoice({ value, onChange }: BlockProps) {
  const w = useText(words);
  const options = useReach().blocks.map((block) => ({
    value: block,
    label: wordFor(w, 'block', block),
  }));
  return (
    <Choice
      label={w.block}
      value={value}
      options={[{ value: 'all', label: w.allBlocks }, ...options]}
      onChange={onChange}
    />
  );
}
