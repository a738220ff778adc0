import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Basis } from '../../components/basis.js';
import { Choice } from '../../components/choice.js';
import { PageHead } from '../../components/page-head.js';
import { SecrecyTag } from '../../components/secrecy-mark.js';
import { Nothing } from '../../components/states.js';
import { ZoneMark } from '../../components/zone-mark.js';
import { communesQuery } from '../../lib/api/communes.js';
import type { Scenario } from '../../lib/api/shapes.js';
import { dayOfUnits, today } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useReach, type OwnUnit } from '../../lib/reach.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { LeaverTable } from '../forecast/leaver-table.js';
import { GapsTab } from '../movement/gaps-tab.js';
import { RequestsTab } from '../movement/requests-tab.js';
import { AnswerCard } from './answer-card.js';
import { CommuneTiles } from './commune-tiles.js';
import { communeText } from './commune.text.js';
import './commune.css';
import { PeopleLists } from './people-lists.js';
import { pendingOf } from './pending.js';
import { SeatCard } from './seat-card.js';

/** The own commune: who is there, comes and goes, what is short and planned, and what its leader has to answer. */
export function CommuneView() {
  const t = useText(communeText);
  const { units } = useReach();
  if (units.length === 0) {
    return (
      <>
        <PageHead title={t.title} />
        <Nothing>{t.noUnit}</Nothing>
      </>
    );
  }
  return (
    <Basis>
      {(configuration, scenarios) => (
        <Chosen units={units} from={dayOfUnits(configuration)} scenarios={scenarios} />
      )}
    </Basis>
  );
}

interface ChosenProps {
  readonly units: readonly OwnUnit[];
  /** Before it the new units have no figures. */
  readonly from: string;
  readonly scenarios: readonly Scenario[];
}

function Chosen({ units, from, scenarios }: ChosenProps) {
  const params = useQueryParams();
  const w = useText(words);
  const unit = units.find(({ code }) => code === params.get('unit')) ?? units[0];
  if (!unit) return null;
  const on = today() > from ? today() : from;
  return (
    <>
      <Head unit={unit} on={on} scenarios={scenarios}>
        {units.length > 1 && (
          <Choice
            label={w.commune}
            value={unit.code}
            options={units.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code) => params.set({ unit: code, page: null, list: null })}
          />
        )}
      </Head>
      <Commune key={unit.code} unit={unit} on={on} scenarios={scenarios} />
    </>
  );
}

interface CommuneProps {
  readonly unit: OwnUnit;
  readonly on: string;
  readonly scenarios: readonly Scenario[];
}

function Head({ unit, on, scenarios, children }: CommuneProps & { readonly children: ReactNode }) {
  const t = useText(communeText);
  const { day } = useFormat();
  const known = useQuery(communesQuery(on)).data?.find(({ code }) => code === unit.code);
  const pending = pendingOf(scenarios);
  return (
    <PageHead
      title={unit.name}
      lead={pending ? t.leadPlan(day(on), pending.scenario.name) : t.lead(day(on))}
      mark={
        <>
          {known && <ZoneMark zone={known.zone} border={known.border} />}
          {pending && <SecrecyTag scenarios={[pending.scenario]} />}
        </>
      }
    >
      {children}
    </PageHead>
  );
}

/** What waits for an answer comes first, then people, then what is short. */
function Commune({ unit, on, scenarios }: CommuneProps) {
  const t = useText(communeText);
  const pending = pendingOf(scenarios);
  return (
    <>
      <AnswerCard pending={pending} />
      <CommuneTiles code={unit.code} on={on} pending={pending} />
      <PeopleLists code={unit.code} on={on} pending={pending} />
      <SeatCard code={unit.code} on={on} />
      <section className="commune-part" aria-label={t.short}>
        <h2>{t.short}</h2>
        <GapsTab on={on} />
      </section>
      <section className="commune-part" aria-label={t.requests}>
        <h2>{t.requests}</h2>
        <RequestsTab on={on} />
      </section>
      <LeaverTable at={{ on }} block={null} />
    </>
  );
}
