import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';

import { BreachList } from '../../../components/breach-list.js';
import { Trouble } from '../../../components/states.js';
import { boundariesQuery } from '../../../lib/api/boundaries.js';
import { mapPreviewQuery, mergerMapQuery } from '../../../lib/api/merger-map.js';
import { pulseQuery } from '../../../lib/api/pulse.js';
import type { AssessedMap, Configuration, MergerMap } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useQueryParams } from '../../../lib/query-params.js';
import { useText } from '../../../lib/text/define-text.js';
import { useDrag } from '../../board/use-drag.js';
import { DeskBar } from './desk-bar.js';
import { DeskContext, HoverContext, useDesk, type Desk } from './desk.js';
import { changedUnits, isSame, movedInPart, movedWhole, rebased, withPasted } from './map-draft.js';
import { MapSketch } from './map-sketch.js';
import { mapText } from './map.text.js';
import { NewList } from './new-list.js';
import { OldList } from './old-list.js';
import { PasteDialog } from './paste-dialog.js';
import { SaveDialog } from './save-dialog.js';
import { marksOf } from './unit-colours.js';
import { UnitEditor } from './unit-editor.js';
import { useMapDraft, type DraftActs } from './use-map-draft.js';
import { useMapKeys } from './use-map-keys.js';

interface Props {
  readonly scenarioId: number;
  readonly map: MergerMap;
  readonly configuration: Configuration;
}

/** Old units, new units and the map of a plan; whatever is drawn stays here until it is saved. */
export function MapDesk({ scenarioId, map: first, configuration }: Props) {
  const t = useText(mapText);
  const client = useQueryClient();
  const [base, setBase] = useState(first);
  const drawnOn = useMemo(() => ({ rows: base.rows, areas: [] }), [base]);
  const acts = useMapDraft(drawnOn);
  const [open, setOpen] = useState<'paste' | 'save' | null>(null);
  const [said, setSaid] = useState('');
  const { assessed, checking, error } = useAssessed(scenarioId, base, acts);
  const desk = useNewDesk(base, acts, assessed, setSaid);
  const changes = changedUnits(drawnOn, acts.draft).length + acts.draft.areas.length;
  const takeNewer = async () => {
    const newer = await client.fetchQuery(mergerMapQuery(scenarioId));
    acts.begin(
      { rows: newer.rows, areas: [] },
      rebased(drawnOn, acts.draft, { rows: newer.rows, areas: [] }),
    );
    setBase(newer);
    setOpen(null);
  };
  useWarning(changes > 0);
  return (
    <DeskContext value={desk}>
      <Newer scenarioId={scenarioId} base={base} onTake={() => void takeNewer()} />
      <DeskBar
        scenarioId={scenarioId}
        acts={acts}
        changes={changes}
        movable={desk.movable}
        said={checking ? t.checking : said}
        onPaste={() => setOpen('paste')}
        onSave={() => setOpen('save')}
      />
      {error && <Trouble error={error} />}
      <Columns acts={acts} configuration={configuration} assessed={assessed} />
      {open === 'paste' && (
        <PasteDialog
          scenarioId={scenarioId}
          onUse={(rows) => {
            acts.change(withPasted(acts.draft, rows));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'save' && (
        <SaveDialog
          scenarioId={scenarioId}
          base={base}
          assessed={assessed}
          checking={checking}
          onSaved={(saved) => {
            acts.begin({ rows: saved.rows, areas: [] }, { rows: saved.rows, areas: [] });
            setBase(saved);
            setOpen(null);
            setSaid(t.saved);
          }}
          onTakeNewer={() => void takeNewer()}
          onClose={() => setOpen(null)}
        />
      )}
    </DeskContext>
  );
}

/** What the API says of the map as it is drawn; of an untouched one it has said it already. */
function useAssessed(scenarioId: number, base: MergerMap, { draft }: DraftActs) {
  const isUntouched = isSame({ rows: base.rows, areas: [] }, draft);
  const query = useQuery({ ...mapPreviewQuery(scenarioId, draft), enabled: !isUntouched });
  const assessed: AssessedMap = isUntouched ? base : (query.data ?? base);
  const checking = !isUntouched && (query.isFetching || query.isPlaceholderData);
  return { assessed, checking, error: isUntouched ? null : query.error };
}

const NOTHING_CHOSEN: Pick<Desk, 'chosen' | 'carrying' | 'walking' | 'freshPart'> = {
  chosen: null,
  carrying: false,
  walking: false,
  freshPart: null,
};

function useNewDesk(
  base: MergerMap,
  acts: DraftActs,
  assessed: AssessedMap,
  say: (words: string) => void,
): Desk {
  const t = useText(mapText);
  const params = useQueryParams();
  const format = useFormat();
  const [{ chosen, carrying, walking, freshPart }, setChosen] = useState(NOTHING_CHOSEN);
  const units = useMemo(() => {
    const newUnits = [...base.newUnits].sort((a, b) => format.byName(a.name, b.name));
    return {
      ...{ newUnits, oldUnits: base.oldUnits },
      oldBy: new Map(base.oldUnits.map((unit) => [unit.code, unit])),
      newBy: new Map(base.newUnits.map((unit) => [unit.code, unit])),
      marks: marksOf(newUnits.map(({ code }) => code)),
    };
  }, [base, format]);
  const movable = base.state === 'draft';
  const look = (unit: string | null) => params.set({ unit });
  const names = (old: string, created: string) =>
    [units.oldBy.get(old)?.name ?? old, units.newBy.get(created)?.name ?? created] as const;
  return {
    ...{ ...units, movable, chosen, carrying, walking, freshPart, look },
    draft: acts.draft,
    change: acts.change,
    assessed: new Map(assessed.units.map((unit) => [unit.code, unit])),
    looked: params.get('unit'),
    seen: () => setChosen((was) => ({ ...was, freshPart: null })),
    choose: (code, { carry, walk } = { carry: false, walk: false }) => {
      setChosen({ chosen: code, carrying: code !== null && carry, walking: walk, freshPart: null });
      if (code !== null) say(t.carried(units.oldBy.get(code)?.name ?? code));
    },
    put: (newCode, inPart) => {
      look(newCode);
      if (chosen === null || !carrying || !movable) return;
      const move = inPart ? movedInPart : movedWhole;
      acts.change(move(acts.draft, chosen, newCode));
      setChosen({ ...NOTHING_CHOSEN, chosen, freshPart: inPart ? newCode : null });
      say((inPart ? t.movedPart : t.moved)(...names(chosen, newCode)));
    },
  };
}

interface ColumnsProps {
  readonly acts: DraftActs;
  readonly configuration: Configuration;
  readonly assessed: AssessedMap;
}

function Columns({ acts, configuration, assessed }: ColumnsProps) {
  const t = useText(mapText);
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  const [hover, setHover] = useState<string | null>(null);
  const desk = useDesk();
  const borders = useQuery(boundariesQuery(configuration.provinceCode));
  const keys = useMapKeys(root, {
    ...desk,
    letGo: () => desk.choose(null),
    undo: acts.undo,
    redo: acts.redo,
  });
  const drag = useDrag<string>(desk.movable, {
    read: ({ card = '', name = '' }) => ({ it: card, name }),
    pick: (code) => desk.choose(code, { carry: true, walk: false }),
    aim: setHover,
    drop: desk.put,
    letGo: () => desk.choose(null),
  });
  return (
    <HoverContext value={{ hover, setHover }}>
      <p className="sub map-keys">{t.keys}</p>
      <div
        className={desk.carrying ? 'map-desk is-carrying' : 'map-desk'}
        ref={root}
        {...keys}
        {...drag}
      >
        <OldList />
        <NewList />
        <div className="map-side-column">
          <UnitEditor />
          {borders.data ? (
            <MapSketch topology={borders.data} place={configuration.provinceName} />
          ) : (
            borders.error && <p className="sub">{t.mapMissing}</p>
          )}
        </div>
        <section className="card map-breaches">
          <h2>{t.breaches}</h2>
          {assessed.peopleToDecide > 0 && (
            <p className="sub">{t.toDecide(format.number(assessed.peopleToDecide))}</p>
          )}
          <BreachList breaches={assessed.breaches} none={t.noBreaches} />
        </section>
      </div>
    </HoverContext>
  );
}

interface NewerProps {
  readonly scenarioId: number;
  readonly base: MergerMap;
  readonly onTake: () => void;
}

/** A colleague has changed the plan: told at once, and taken in without losing what is drawn. */
function Newer({ scenarioId, base, onTake }: NewerProps) {
  const t = useText(mapText);
  const { data } = useQuery(pulseQuery(scenarioId));
  const pulse = data?.pulse;
  if (!pulse || pulse.version <= base.version) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="map-newer"
      title={t.newer(pulse.changedBy ?? t.someone, pulse.changedWhat ?? t.newerWhat)}
      action={<Button onClick={onTake}>{t.takeNewer}</Button>}
    />
  );
}

/** The browser asks before a map that is not saved is left. */
function useWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
