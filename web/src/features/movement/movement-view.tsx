import { useState } from 'react';

import { Basis } from '../../components/basis.js';
import { PartTabs } from '../../components/part-tabs.js';
import { PageHead } from '../../components/page-head.js';
import { TextField } from '../../components/text-field.js';
import { dayOfUnits } from '../../lib/day.js';
import { parseDay, useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { ContinuityTab } from './continuity-tab.js';
import { EndingsTab } from './endings-tab.js';
import { GapsTab } from './gaps-tab.js';
import './movement.css';
import { movementText } from './movement.text.js';
import { MovesTab } from './moves-tab.js';
import { ProposalsTab } from './proposals-tab.js';
import { RequestsTab } from './requests-tab.js';

const TABS = ['moves', 'endings', 'proposals', 'gaps', 'requests', 'continuity'] as const;
type Tab = (typeof TABS)[number];

/** Single movements, secondments, and how gaps are closed. */
export function MovementView() {
  const t = useText(movementText);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Basis>{(configuration) => <Parts from={dayOfUnits(configuration)} />}</Basis>
    </>
  );
}

function Parts({ from }: { readonly from: string }) {
  const t = useText(movementText);
  const may = useMay();
  const { get, set } = useQueryParams();
  const day = get('on') ?? from;
  const tabs = TABS.filter((tab) => tab !== 'proposals' || may('movement.write'));
  const tab = tabs.find((each) => each === get('tab')) ?? 'moves';
  return (
    <>
      <PartTabs
        label={t.tabs}
        parts={tabs.map((each) => ({ value: each, label: t[`tab.${each}`] }))}
        current={tab}
        onChoose={(each) => set({ tab: each, page: null, state: null })}
      />
      {tab !== 'moves' && tab !== 'requests' && (
        <DayChoice value={day} onChange={(on) => set({ on, page: null })} />
      )}
      <Part tab={tab} day={day} />
    </>
  );
}

function Part({ tab, day }: { readonly tab: Tab; readonly day: string }) {
  switch (tab) {
    case 'moves':
      return <MovesTab day={day} />;
    case 'endings':
      return <EndingsTab on={day} />;
    case 'proposals':
      return <ProposalsTab on={day} />;
    case 'gaps':
      return <GapsTab on={day} />;
    case 'continuity':
      return <ContinuityTab on={day} />;
    case 'requests':
      return <RequestsTab on={day} />;
  }
}

interface DayProps {
  readonly value: string;
  readonly onChange: (day: string) => void;
}

function DayChoice({ value, onChange }: DayProps) {
  const t = useText(movementText);
  const { day } = useFormat();
  const [typed, setTyped] = useState(day(value));
  const read = parseDay(typed);
  return (
    <div className="movement-day">
      <TextField
        label={t.day}
        value={typed}
        placeholder={t.dayHint}
        wrong={read === null ? t.dayWrong : null}
        onChange={(text) => {
          setTyped(text);
          const next = parseDay(text);
          if (next !== null) onChange(next);
        }}
      />
    </div>
  );
}
