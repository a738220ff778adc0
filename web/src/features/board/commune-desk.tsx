import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { ClosedPeople } from '../../components/closed-people.js';
import { Answered } from '../../components/states.js';
import { whyPersonQuery } from '../../lib/api/answers.js';
import { cellsQuery } from '../../lib/api/cells.js';
import { pinsQuery } from '../../lib/api/pins.js';
import { positionsQuery } from '../../lib/api/positions.js';
import { proposalsQuery } from '../../lib/api/proposals.js';
import type { Cell, Position, Proposal, Unit, WhyPerson } from '../../lib/api/shapes.js';
import { unitsQuery } from '../../lib/api/units.js';
import type { RunChoice } from '../../lib/runs.js';
import { useMay } from '../../lib/session.js';
import {
  AimContext,
  BoardContext,
  LEAVE,
  readCard,
  type Board,
  type Carried,
  type Hint,
  type Target,
} from './carry.js';
import { communeBoard, freshPins } from './commune-model.js';
import { DeskBar } from './desk-bar.js';
import { DivisionColumns } from './division-columns.js';
import { CarryDock } from './dock.js';
import { IdleDock } from './idle-dock.js';
import { SideLanes } from './side-lanes.js';
import { useBoardKeys } from './use-board-keys.js';
import { useColleagues } from './use-colleagues.js';
import { useDrag } from './use-drag.js';
import { usePinActs, type Said } from './use-pin-acts.js';

/** More than any commune has. */
const ALL = 1000;
/** More places than a commune has. */
const PLACES = 200;

interface Props {
  readonly choice: RunChoice;
  readonly commune: string;
}

/** Asks for what the board of a commune shows, and draws it when all of it is there. */
export function CommuneDesk({ choice, commune }: Props) {
  const { run, scenario } = choice;
  const lines = useQuery(proposalsQuery(run.id, { commune, limit: ALL, offset: 0 }));
  const cells = useQuery(cellsQuery({ run: run.id }, null));
  const positions = useQuery(positionsQuery(scenario.effectiveOn));
  const units = useQuery(unitsQuery(scenario));
  return (
    <Answered query={lines} rows={12}>
      {({ items, closed }) => (
        <Answered query={cells} rows={12}>
          {(all) => (
            <Answered query={positions} rows={12}>
              {(catalogue) => (
                <Answered query={units} rows={12}>
                  {(tree) => (
                    <>
                      <ClosedPeople count={closed} />
                      <Desk
                        choice={choice}
                        commune={commune}
                        lines={items}
                        cells={all}
                        positions={catalogue}
                        units={tree}
                      />
                    </>
                  )}
                </Answered>
              )}
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  );
}

interface DeskProps extends Props {
  readonly lines: readonly Proposal[];
  readonly cells: readonly Cell[];
  readonly positions: readonly Position[];
  readonly units: readonly Unit[];
}

function Desk({ choice: { run, scenario }, commune, lines, cells, positions, units }: DeskProps) {
  const may = useMay();
  const maySee = may('scenario.write');
  // By seniority each answer takes as long as a run: that is no board.
  const hasPrices = run.status !== 'by-rule';
  const movable = maySee && may('placement.run') && scenario.state === 'draft' && hasPrices;
  const pins = useQuery({ ...pinsQuery(scenario.id), enabled: maySee }).data?.pins;
  const fresh = useMemo(() => freshPins(pins ?? [], run.createdAt), [pins, run.createdAt]);
  const laid = useMemo(
    () => communeBoard({ commune, lines, cells, positions, units, fresh }),
    [commune, lines, cells, positions, units, fresh],
  );
  const acts = usePinActs(scenario.id, maySee);
  const { news, dismiss } = useColleagues(scenario.id, maySee, acts.isOwn);
  const root = useRef<HTMLDivElement>(null);
  const carry = useCarry(root, movable, acts.forgive);
  const { carried, dropped, letGo } = carry;
  useFocusKept(root, acts.said);
  const hints = useHints(run.id, commune, carried);
  useWarmPrices(run.id, commune, movable ? lines[0]?.staffId : undefined);
  const { pick, aim, drop, look } = carry;
  const board: Board = useMemo(
    () => ({ carried, pick, aim, drop, look, movable, hints }),
    [carried, pick, aim, drop, look, movable, hints],
  );
  const keys = useBoardKeys(root, { ...carry, movable, undo: acts.undo, redo: acts.redo });
  const drag = useDrag(movable, { ...carry, read: readCard });
  return (
    <BoardContext value={board}>
      <AimContext value={carry.target}>
        {maySee && (
          <DeskBar
            scenarioId={scenario.id}
            acts={acts}
            freshCount={fresh.length}
            news={news}
            onDismiss={dismiss}
            positions={positions}
            units={units}
          />
        )}
        <div
          ref={root}
          className={carried ? 'desk is-carrying' : 'desk'}
          {...keys}
          {...drag}
          data-ready={pins !== undefined || !maySee ? '' : undefined}
        >
          <DivisionColumns divisions={laid.divisions} />
          <div className="desk-side">
            {movable &&
              (carried ? (
                <CarryDock
                  runId={run.id}
                  commune={commune}
                  positions={positions}
                  acts={acts}
                  carried={carried}
                  dropped={dropped}
                  onDone={letGo}
                  onLetGo={letGo}
                />
              ) : (
                <IdleDock
                  runId={run.id}
                  commune={commune}
                  positions={positions}
                  looked={carry.looked}
                />
              ))}
            <SideLanes runId={run.id} board={laid} />
          </div>
        </div>
      </AimContext>
    </BoardContext>
  );
}

/** Who is carried and where to. Letting go puts the focus back on the one who was carried, wherever they are then. */
function useCarry(
  root: { readonly current: HTMLElement | null },
  movable: boolean,
  forgive: () => void,
) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const [target, aim] = useState<Target | null>(null);
  const [dropped, setDropped] = useState<Target | null>(null);
  const [looked, look] = useState<Target | null>(null);
  const [left, setLeft] = useState<Carried | null>(null);
  useEffect(() => {
    if (!left || carried) return;
    root.current?.querySelector<HTMLElement>(`[data-card="${left.staffId}"]`)?.focus();
    setLeft(null);
  }, [left, carried, root]);
  const pick = useCallback(
    (who: Carried) => {
      if (!movable) return;
      forgive();
      setCarried(who);
      aim(null);
      setDropped(null);
    },
    [movable, forgive],
  );
  const drop = useCallback((at: Target) => {
    aim(at);
    setDropped(at);
  }, []);
  const letGo = () => {
    setLeft(carried);
    setCarried(null);
    aim(null);
    setDropped(null);
  };
  return { carried, target: dropped ?? target, dropped, looked, pick, aim, drop, look, letGo };
}

/** Whoever was moved takes their card away from under the focus: it follows them. */
function useFocusKept(root: { readonly current: HTMLElement | null }, said: Said | null): void {
  useEffect(() => {
    if (!said || document.activeElement !== document.body) return;
    root.current?.querySelector<HTMLElement>(`[data-card="${said.staffId}"]`)?.focus();
  }, [said, root]);
}

/** What each seat of the commune says to the one who is carried, in one question. */
function useHints(
  runId: number,
  commune: string,
  carried: Carried | null,
): ReadonlyMap<Target, Hint> {
  const { data } = useQuery({
    ...whyPersonQuery(runId, carried?.staffId ?? 0, PLACES, commune),
    enabled: carried !== null,
  });
  return useMemo(() => hintsOf(carried === null ? undefined : data), [carried === null, data]);
}

function hintsOf(why: WhyPerson | undefined): ReadonlyMap<Target, Hint> {
  const hints = new Map<Target, Hint>();
  for (const { reason, places } of why?.closed ?? []) {
    for (const { positionCode } of places) {
      if (positionCode !== null) hints.set(positionCode, { kind: 'closed', reason });
    }
  }
  for (const { place, ...change } of why?.alternatives ?? []) {
    const at = place.outcome === 'leaving' ? LEAVE : place.positionCode;
    if (at !== null && place.outcome !== 'surplus') hints.set(at, { kind: 'open', change });
  }
  return hints;
}

/** The first price of a run waits until it is loaded: asked for before anybody is picked up. */
function useWarmPrices(runId: number, commune: string, staffId: number | undefined): void {
  useQuery({
    ...whyPersonQuery(runId, staffId ?? 0, 0, commune),
    enabled: staffId !== undefined,
  });
}
