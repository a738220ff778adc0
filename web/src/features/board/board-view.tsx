import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';

import { Basis } from '../../components/basis.js';
import { Choice } from '../../components/choice.js';
import { PageHead } from '../../components/page-head.js';
import { SecrecyHead } from '../../components/secrecy-mark.js';
import { Answered, Nothing } from '../../components/states.js';
import { ZoneMark } from '../../components/zone-mark.js';
import { communesQuery } from '../../lib/api/communes.js';
import type { Scenario, Unit } from '../../lib/api/shapes.js';
import { summaryQuery } from '../../lib/api/summary.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useReach } from '../../lib/reach.js';
import { bestOf, runsOf, type RunChoice } from '../../lib/runs.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { boardText } from './board.text.js';
import './board.css';
import { CommuneDesk } from './commune-desk.js';

export function BoardView() {
  const t = useText(boardText);
  const asked = useQueryParams().get('run');
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        mark={<SecrecyHead pick={(scenarios) => chosenRun(scenarios, asked)?.scenario} />}
      />
      <Basis>
        {(_configuration, scenarios) => {
          const choice = chosenRun(scenarios, asked);
          if (!choice) return <Nothing>{t.noRun}</Nothing>;
          return <ChosenRun choice={choice} scenarios={scenarios} />;
        }}
      </Basis>
    </>
  );
}

/** The run that the address asks for, else the latest best one of a draft, else the best. */
function chosenRun(scenarios: readonly Scenario[], asked: string | null): RunChoice | undefined {
  const runs = runsOf(scenarios);
  const drafts = runs.filter(({ scenario }) => scenario.state === 'draft');
  return (
    runs.find(({ run }) => String(run.id) === asked) ?? bestOf(drafts) ?? bestOf(runs) ?? runs[0]
  );
}

interface Props {
  readonly choice: RunChoice;
  readonly scenarios: readonly Scenario[];
}

function ChosenRun({ choice, scenarios }: Props) {
  const communes = useQuery(communesQuery(choice.scenario));
  const summary = useQuery(summaryQuery({ run: choice.run.id }, 'all'));
  const { within } = useReach();
  return (
    <Answered query={communes}>
      {(all) => (
        <Answered query={summary}>
          {(sums) => <Chosen choice={choice} scenarios={scenarios} communes={within(all, sums)} />}
        </Answered>
      )}
    </Answered>
  );
}

function Chosen({ choice, scenarios, communes }: Props & { readonly communes: readonly Unit[] }) {
  const t = useText(boardText);
  const params = useQueryParams();
  const { byName } = useFormat();
  const sorted = [...communes].sort((a, b) => byName(a.name, b.name));
  const asked = sorted.findIndex(({ code }) => code === params.get('commune'));
  const at = Math.max(0, asked);
  const commune = sorted[at];
  if (!commune) return <Nothing>{t.noCommune}</Nothing>;
  const go = (by: number) => {
    const to = sorted[(at + by + sorted.length) % sorted.length];
    params.set({ commune: to?.code ?? null });
  };
  return (
    <>
      <div className="filters board-choice">
        <RunChoiceList choice={choice} scenarios={scenarios} />
        <Choice
          searchable
          label={t.commune}
          value={commune.code}
          options={sorted.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code) => params.set({ commune: code })}
        />
        {sorted.length > 1 && (
          <>
            <Button onClick={() => go(-1)} aria-label={t.previous} title={t.previous}>
              ←
            </Button>
            <Button onClick={() => go(1)} aria-label={t.next} title={t.next}>
              →
            </Button>
          </>
        )}
        <Button onClick={() => window.print()}>{t.print}</Button>
        <ZoneMark zone={commune.zone} border={commune.border} />
        <Link to={`/placement?run=${choice.run.id}&commune=${commune.code}`}>
          {t.openPlacement}
        </Link>
        <Link to={`/gap?run=${choice.run.id}&block=all&commune=${commune.code}`}>{t.openGap}</Link>
      </div>
      <ReadOnlyWords choice={choice} />
      <p className="print-title">{t.printed(commune.name, choice.scenario.name)}</p>
      <CommuneDesk
        key={`${choice.run.id} ${commune.code}`}
        choice={choice}
        commune={commune.code}
      />
    </>
  );
}

function ReadOnlyWords({ choice: { run, scenario } }: { readonly choice: RunChoice }) {
  const t = useText(boardText);
  const may = useMay();
  if (!may('scenario.write') || !may('placement.run'))
    return <p className="sub">{t.readOnlyRole}</p>;
  if (scenario.state !== 'draft') return <p className="sub">{t.readOnly}</p>;
  if (run.status === 'by-rule') return <p className="sub">{t.noPrices}</p>;
  return null;
}

function RunChoiceList({ choice, scenarios }: Props) {
  const t = useText(boardText);
  const w = useText(words);
  const { instant } = useFormat();
  const params = useQueryParams();
  return (
    <Choice
      wide
      label={t.scenario}
      value={String(choice.run.id)}
      options={runsOf(scenarios).map(({ run, scenario }) => ({
        value: String(run.id),
        label:
          scenario.runs.length > 1
            ? `${scenario.name} – ${w[`run.${run.kind}`]}, ${instant(run.createdAt)}`
            : scenario.name,
      }))}
      onChange={(run) => params.set({ run })}
    />
  );
}
