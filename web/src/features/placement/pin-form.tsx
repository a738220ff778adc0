import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';

import { ChangeWords } from '../../components/change-words.js';
import { PriceBasis } from '../../components/price-basis.js';
import { Choice } from '../../components/choice.js';
import { Answered, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { cellsQuery } from '../../lib/api/cells.js';
import { communesQuery } from '../../lib/api/communes.js';
import { setPinMutation, withPinsQuery } from '../../lib/api/pins.js';
import { positionsQuery } from '../../lib/api/positions.js';
import type { PinOrder, Proposal, Scenario, WhatIfOrder } from '../../lib/api/shapes.js';
import { positionName } from '../../lib/position-name.js';
import type { RunChoice } from '../../lib/runs.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { pinsText } from './pins.text.js';
import { Price } from './price.js';

const KINDS = ['seat', 'leave', 'forbid'] as const satisfies readonly PinOrder['kind'][];
type Kind = (typeof KINDS)[number];

const SHORTEST_REASON = 3;

interface Props {
  readonly choice: RunChoice;
  readonly person: Proposal;
}

/** Gives a person of a draft a place by hand: what the law says and what it costs is told before. */
export function PinForm(props: Props) {
  const t = useText(pinsText);
  const may = useMay();
  const [opened, setOpened] = useState(false);
  const isDraft = props.choice.scenario.state === 'draft';
  if (!isDraft || !may('scenario.write') || !may('placement.run')) return null;
  return (
    <details className="terms pin-form" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t.pinHere}</summary>
      {opened && <Form {...props} />}
    </details>
  );
}

function Form({ choice: { run, scenario }, person }: Props) {
  const t = useText(pinsText);
  const [kind, setKind] = useState<Kind>('seat');
  const [commune, setCommune] = useState(person.communeCode ?? '');
  const [position, setPosition] = useState('');
  const [reason, setReason] = useState('');
  const set = useMutation(setPinMutation(useQueryClient()));
  const place = { unitCode: commune, positionCode: position };
  const isWhole = kind === 'leave' || (commune !== '' && position !== '');
  const order = { kind: kind === 'seat' ? 'pin' : kind, staffId: person.staffId } as const;
  const asked: WhatIfOrder = kind === 'leave' ? order : { ...order, ...place };
  const pin = () =>
    set.mutate({
      scenarioId: scenario.id,
      version: scenario.version,
      staffId: person.staffId,
      kind,
      reason: reason.trim(),
      ...(kind === 'leave' ? {} : place),
    });
  if (set.data) return <Done runId={run.id} version={set.data.version} />;
  return (
    <>
      <Choice
        label={t.kind}
        value={kind}
        options={KINDS.map((each) => ({ value: each, label: t[`kind.${each}`] }))}
        onChange={(value) => setKind(value as Kind)}
      />
      {kind !== 'leave' && (
        <Places
          runId={run.id}
          scenario={scenario}
          commune={commune}
          position={position}
          onCommune={(code) => {
            setCommune(code);
            setPosition('');
          }}
          onPosition={setPosition}
        />
      )}
      {isWhole && <Price runId={run.id} order={asked} as="pin" />}
      <TextField label={t.reason} hint={t.reasonHint} value={reason} onChange={setReason} />
      {set.error && <Trouble error={set.error} />}
      <Button
        type="primary"
        loading={set.isPending}
        disabled={!isWhole || reason.trim().length < SHORTEST_REASON}
        onClick={pin}
      >
        {t.set}
      </Button>
    </>
  );
}

/** The plan under the pins of now, before it is run and stored. */
function Done({ runId, version }: { readonly runId: number; readonly version: number }) {
  const t = useText(pinsText);
  const query = useQuery(withPinsQuery(runId, version));
  return (
    <>
      <Alert type="success" showIcon title={t.setDone} />
      <Answered query={query} rows={3}>
        {(plan) => (
          <div className="pin-price" role="status">
            <PriceBasis basis={plan.basis} />
            <p className="sub">{t.withPins}</p>
            <ChangeWords change={plan} />
          </div>
        )}
      </Answered>
    </>
  );
}

interface PlacesProps {
  readonly runId: number;
  readonly scenario: Scenario;
  readonly commune: string;
  readonly position: string;
  readonly onCommune: (code: string) => void;
  readonly onPosition: (code: string) => void;
}

/** A commune, then one of the positions that it has seats of. */
function Places({ runId, scenario, commune, position, onCommune, onPosition }: PlacesProps) {
  const t = useText(pinsText);
  const { language } = useLanguage();
  const communes = useQuery(communesQuery(scenario)).data ?? [];
  const positions = useQuery(positionsQuery(scenario.effectiveOn)).data ?? [];
  const cells = useQuery(cellsQuery({ run: runId }, null)).data ?? [];
  const here = new Set(
    cells.filter(({ communeCode }) => communeCode === commune).map((cell) => cell.positionCode),
  );
  return (
    <div className="run-form">
      <Choice
        searchable
        label={t.commune}
        value={commune}
        options={communes.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={onCommune}
      />
      <Choice
        searchable
        wide
        label={t.position}
        value={position}
        options={positions
          .filter(({ code }) => here.has(code))
          .map((each) => ({ value: each.code, label: positionName(each, language) }))}
        onChange={onPosition}
      />
    </div>
  );
}
