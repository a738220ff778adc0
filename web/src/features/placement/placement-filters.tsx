import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';

import { useRunOptions } from '../../components/at-choice.js';
import { Choice } from '../../components/choice.js';
import { Filters } from '../../components/filters.js';
import { communesQuery } from '../../lib/api/communes.js';
import { positionsQuery } from '../../lib/api/positions.js';
import type { Scenario } from '../../lib/api/shapes.js';
import { unitsQuery } from '../../lib/api/units.js';
import { besides } from '../../lib/day.js';
import { positionName } from '../../lib/position-name.js';
import { useQueryParams } from '../../lib/query-params.js';
import { common } from '../../lib/text/common.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { words } from '../../lib/text/words.js';
import { placementText } from './placement.text.js';

const OUTCOMES = ['seated', 'surplus', 'leaving'] as const;
const MOVEMENTS = ['succession', 'appointment', 'transfer', 'bench', 'leaving'] as const;
const FILTERS = {
  commune: null,
  from: null,
  position: null,
  outcome: null,
  movement: null,
  moved: null,
  search: null,
  page: null,
};

interface Props {
  readonly runId: number;
  readonly scenarios: readonly Scenario[];
  readonly scenario: Scenario;
  readonly number: SearchedNumber;
}

/** A personal number that is searched for. It stands in no address: browsers keep those. */
export interface SearchedNumber {
  readonly value: string | null;
  readonly set: (value: string | null) => void;
}

export function PlacementFilters({ runId, scenarios, scenario, number }: Props) {
  const c = useText(common);
  const params = useQueryParams();
  const runs = useRunOptions(scenarios);
  const inAddress = Object.keys(FILTERS).filter((name) => params.get(name) !== null).length;
  const active = inAddress + (number.value === null ? 0 : 1);
  const clear = () => {
    number.set(null);
    params.set(FILTERS);
  };
  return (
    <Filters
      active={active}
      first={
        <>
          <Choice
            wide
            label={c.source}
            value={`run=${runId}`}
            options={runs}
            onChange={(value) =>
              params.set({ run: value.replace('run=', ''), page: null, person: null })
            }
          />
          <SearchBox number={number} />
        </>
      }
    >
      <PlaceChoices scenario={scenario} />
      <KindChoices />
      {active > 0 && <Button onClick={clear}>{c.clearFilters}</Button>}
    </Filters>
  );
}

const PAUSE_MS = 250;

/** Figures only may be the beginning of a personal number. */
const IS_FIGURES = /^[\d\s.]+$/;
const IS_NUMBER = /^\d{9,12}$/;

/** Asks when the typing pauses; what is typed is never lost. */
function SearchBox({ number }: { readonly number: SearchedNumber }) {
  const t = useText(placementText);
  const id = useId();
  const params = useQueryParams();
  const asked = params.get('search');
  const [typed, setTyped] = useState(number.value ?? asked ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (asked === null && number.value === null)
      setTyped((text) => (IS_FIGURES.test(text) ? text : ''));
  }, [asked, number.value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (text: string) => {
    const isFigures = IS_FIGURES.test(text);
    const figures = text.replaceAll(/[\s.]/g, '');
    number.set(isFigures && IS_NUMBER.test(figures) ? figures : null);
    params.set({ search: isFigures ? null : text.trim() || null, page: null });
  };
  return (
    <div className="choice choice--wide">
      <label htmlFor={id}>{t.search}</label>
      <Input
        id={id}
        type="search"
        value={typed}
        placeholder={t.searchHint}
        onChange={({ target }) => {
          setTyped(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => ask(target.value), PAUSE_MS);
        }}
        onPressEnter={() => ask(typed)}
      />
    </div>
  );
}

function PlaceChoices({ scenario }: { readonly scenario: Scenario }) {
  const t = useText(placementText);
  const w = useText(words);
  const { language } = useLanguage();
  const params = useQueryParams();
  const communes = useQuery(communesQuery(scenario)).data ?? [];
  const positions = useQuery(positionsQuery(scenario.effectiveOn)).data ?? [];
  const before = useQuery(unitsQuery(besides(scenario.effectiveOn, -1))).data ?? [];
  return (
    <>
      <Choice
        searchable
        label={t.oldUnit}
        value={params.get('from') ?? ''}
        options={[
          { value: '', label: w.all },
          ...before
            .filter(({ level }) => level !== 'division' && level !== 'province')
            .map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(from) => params.set({ from, page: null })}
      />
      <Choice
        searchable
        label={w.commune}
        value={params.get('commune') ?? ''}
        options={[
          { value: '', label: w.all },
          ...communes.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(commune) => params.set({ commune, page: null })}
      />
      <Choice
        searchable
        label={w.position}
        value={params.get('position') ?? ''}
        options={[
          { value: '', label: w.all },
          ...positions.map((position) => ({
            value: position.code,
            label: positionName(position, language),
          })),
        ]}
        onChange={(position) => params.set({ position, page: null })}
      />
    </>
  );
}

function KindChoices() {
  const t = useText(placementText);
  const w = useText(words);
  const params = useQueryParams();
  return (
    <>
      <Choice
        label={t.outcome}
        value={params.get('outcome') ?? ''}
        options={[
          { value: '', label: t.anyOutcome },
          ...OUTCOMES.map((each) => ({ value: each, label: w[`outcome.${each}`] })),
        ]}
        onChange={(outcome) => params.set({ outcome, page: null })}
      />
      <Choice
        label={t.movement}
        value={params.get('movement') ?? ''}
        options={[
          { value: '', label: t.anyMovement },
          ...MOVEMENTS.map((each) => ({ value: each, label: w[`movement.${each}`] })),
        ]}
        onChange={(movement) => params.set({ movement, page: null })}
      />
      <Choice
        label={t.successors}
        value={params.get('moved') ?? ''}
        options={[
          { value: '', label: t.anySuccessors },
          ...(['true', 'false'] as const).map((each) => ({
            value: each,
            label: t[`moved.${each}`],
          })),
        ]}
        onChange={(moved) => params.set({ moved, page: null })}
      />
    </>
  );
}
