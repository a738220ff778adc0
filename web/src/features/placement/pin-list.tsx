import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';

import { Confirm } from '../../components/confirm.js';
import { Answered } from '../../components/states.js';
import { pinsQuery, takePinOffMutation } from '../../lib/api/pins.js';
import { positionsQuery } from '../../lib/api/positions.js';
import type { Pin, Scenario } from '../../lib/api/shapes.js';
import { unitsQuery } from '../../lib/api/units.js';
import { useFormat } from '../../lib/format.js';
import { positionName } from '../../lib/position-name.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { useNames } from '../../lib/text/names.js';
import { pinsText } from './pins.text.js';

const STEP = 20;

/** What is given by hand in a scenario, who gave it, and the way back while it is a draft. */
export function PinList({ scenario }: { readonly scenario: Scenario }) {
  const may = useMay()('scenario.write');
  const query = useQuery({ ...pinsQuery(scenario.id), enabled: may });
  if (!may) return null;
  return (
    <Answered query={query} rows={1}>
      {({ pins }) => <Pins scenario={scenario} pins={pins} />}
    </Answered>
  );
}

function Pins({ scenario, pins }: { readonly scenario: Scenario; readonly pins: readonly Pin[] }) {
  const t = useText(pinsText);
  const format = useFormat();
  const [onlyByHand, setOnlyByHand] = useState(false);
  const [most, setMost] = useState(STEP);
  const [taken, setTaken] = useState<Pin | null>(null);
  const byHand = pins.filter(({ setBy }) => setBy !== null);
  const others = pins.filter(({ setBy }) => setBy === null);
  const shown = onlyByHand ? byHand : [...byHand, ...others];
  return (
    <details className="terms pin-list">
      <summary>{t.listTitle(format.number(pins.length))}</summary>
      <p className="sub">
        {t.byHand(format.number(byHand.length))} · {t.fromRoster(format.number(others.length))}
      </p>
      <Checkbox checked={onlyByHand} onChange={({ target }) => setOnlyByHand(target.checked)}>
        {t.onlyByHand}
      </Checkbox>
      {shown.length === 0 && <p className="sub">{t.none}</p>}
      <ul className="pins">
        {shown.slice(0, most).map((pin) => (
          <li key={pin.id}>
            <Line pin={pin} scenario={scenario} onTake={() => setTaken(pin)} />
          </li>
        ))}
      </ul>
      {shown.length > most && (
        <Button onClick={() => setMost(most + STEP)}>
          {t.more(format.number(shown.length - most))}
        </Button>
      )}
      {taken && <TakeOff pin={taken} scenario={scenario} onClose={() => setTaken(null)} />}
    </details>
  );
}

interface LineProps {
  readonly pin: Pin;
  readonly scenario: Scenario;
  readonly onTake: () => void;
}

function Line({ pin, scenario, onTake }: LineProps) {
  const t = useText(pinsText);
  const format = useFormat();
  const place = usePlace(pin, scenario);
  return (
    <>
      <div>
        <strong>{pin.fullName}</strong>: {t[`kind.${pin.kind}`]}
        {place !== '' && `, ${place}`}
        <div className="sub">
          {pin.reason}
          {pin.setBy !== null && ` (${t.setBy(pin.setBy, format.instant(pin.setAt))})`}
        </div>
      </div>
      {scenario.state === 'draft' && (
        <Button size="small" aria-label={t.takeOf(pin.fullName)} onClick={onTake}>
          {t.take}
        </Button>
      )}
    </>
  );
}

function usePlace({ kind, unitCode, positionCode }: Pin, scenario: Scenario): string {
  const t = useText(pinsText);
  const named = useNames();
  const { language } = useLanguage();
  const units = useQuery(unitsQuery(scenario)).data ?? [];
  const positions = useQuery(positionsQuery(scenario.effectiveOn)).data ?? [];
  if (kind === 'leave') return '';
  const position = positions.find(({ code }) => code === positionCode);
  const unit = units.find(({ code }) => code === unitCode);
  return [
    position ? positionName(position, language) : (positionCode ?? t.anyPosition),
    unit ? named(unit.name) : (unitCode ?? t.anywhere),
  ].join(', ');
}

interface TakeOffProps {
  readonly pin: Pin;
  readonly scenario: Scenario;
  readonly onClose: () => void;
}

function TakeOff({ pin, scenario, onClose }: TakeOffProps) {
  const t = useText(pinsText);
  const take = useMutation(takePinOffMutation(useQueryClient()));
  const yes = () =>
    take.mutate(
      { scenarioId: scenario.id, pin: pin.id, version: scenario.version },
      { onSuccess: onClose },
    );
  return (
    <Confirm
      title={t.takeTitle}
      about={t.takeAbout(pin.fullName)}
      yes={t.take}
      busy={take.isPending}
      error={take.error}
      onYes={yes}
      onNo={onClose}
    />
  );
}
