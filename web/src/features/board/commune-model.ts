import type { Cell, Pin, Position, Proposal, Unit } from '../../lib/api/shapes.js';

/** A person on the board. */
export interface Card {
  readonly staffId: number;
  readonly fullName: string;
  /** As the run has them; undefined = somebody whom a pin brings, of whom the run's list here says nothing. */
  readonly line: Proposal | undefined;
  /** Set by hand since the run, which does not know it yet. */
  readonly fresh: Pin | undefined;
  /** From outside of the successors of the old unit. */
  readonly arrives: boolean;
}

export interface Seat {
  readonly positionCode: string;
  readonly position: Position | undefined;
  readonly seats: number;
  readonly required: number;
  readonly holders: readonly Card[];
  readonly vacant: number;
}

export interface Division {
  readonly kind: string;
  /** The unit that has the seats; the commune itself where there is no division. */
  readonly name: string | undefined;
  readonly seats: readonly Seat[];
}

export interface CommuneBoard {
  readonly divisions: readonly Division[];
  readonly bench: readonly Card[];
  readonly arrivals: readonly Card[];
  /** Out of the service, or by a fresh pin to another commune. */
  readonly going: readonly Card[];
}

export interface CommuneFacts {
  readonly commune: string;
  readonly lines: readonly Proposal[];
  readonly cells: readonly Cell[];
  readonly positions: readonly Position[];
  readonly units: readonly Unit[];
  /** Set since the run was made. */
  readonly fresh: readonly Pin[];
}

/** The pins that a run does not know: set by hand after it. */
export function freshPins(pins: readonly Pin[], runCreatedAt: string): Pin[] {
  const since = Date.parse(runCreatedAt);
  return pins.filter(({ setBy, setAt }) => setBy !== null && Date.parse(setAt) > since);
}

/** Lays a commune out: its divisions and seats with the people of the run, moved to where fresh pins put them. */
export function communeBoard(facts: CommuneFacts): CommuneBoard {
  const { commune, lines, fresh } = facts;
  const here = new Set(
    facts.units
      .filter(({ code, parentCode }) => code === commune || parentCode === commune)
      .map(({ code }) => code),
  );
  const placing = new Map(
    fresh.flatMap((pin) =>
      pin.kind === 'forbid' || pin.staffId === null ? [] : [[pin.staffId, pin]],
    ),
  );
  const holders = new Map<string, Card[]>();
  const bench: Card[] = [];
  const going: Card[] = [];
  const known = new Set(lines.map(({ staffId }) => staffId));
  for (const line of lines) {
    const pin = placing.get(line.staffId);
    const card = cardOf(line, pin);
    const at = pin ? seatOfPin(pin, here) : seatOfLine(line);
    if (at === 'going') going.push(card);
    else if (at === 'bench') bench.push(card);
    else add(holders, at, card);
  }
  for (const [staffId, pin] of placing) {
    const at = seatOfPin(pin, here);
    if (known.has(staffId) || at === 'going') continue;
    const { fullName } = pin;
    add(holders, at, { staffId, fullName, line: undefined, fresh: pin, arrives: true });
  }
  return {
    divisions: divisionsOf(facts, holders),
    bench,
    arrivals: [...holders.values()].flat().filter(({ arrives }) => arrives),
    going,
  };
}

function cardOf(line: Proposal, fresh: Pin | undefined): Card {
  const { staffId, fullName, movement } = line;
  return { staffId, fullName, line, fresh, arrives: movement === 'transfer' };
}

function seatOfPin({ kind, unitCode, positionCode }: Pin, here: ReadonlySet<string>): string {
  if (kind !== 'seat' || unitCode === null || positionCode === null) return 'going';
  return here.has(unitCode) ? positionCode : 'going';
}

function seatOfLine({ outcome, positionCode }: Proposal): string {
  if (outcome === 'leaving') return 'going';
  return outcome === 'seated' && positionCode !== null ? positionCode : 'bench';
}

function add(holders: Map<string, Card[]>, position: string, card: Card): void {
  const list = holders.get(position);
  if (list) list.push(card);
  else holders.set(position, [card]);
}

/** In the order of the catalogue; what it does not know comes last. */
function divisionsOf(
  { commune, cells, positions, units }: CommuneFacts,
  holders: ReadonlyMap<string, readonly Card[]>,
): Division[] {
  const order = new Map(positions.map((position, at) => [position.code, { position, at }]));
  const own = cells.filter(({ communeCode }) => communeCode === commune);
  const codes = new Set([...own.map(({ positionCode }) => positionCode), ...holders.keys()]);
  const last = positions.length;
  const sorted = [...codes].sort(
    (a, b) => (order.get(a)?.at ?? last) - (order.get(b)?.at ?? last) || a.localeCompare(b),
  );
  const divisions = new Map<string, { kind: string; name: string | undefined; seats: Seat[] }>();
  for (const code of sorted) {
    const position = order.get(code)?.position;
    const kind = position?.divisionKind ?? 'none';
    const name = units.find((unit) => unit.parentCode === commune && unit.kind === kind)?.name;
    const division = divisions.get(kind) ?? { kind, name, seats: [] };
    divisions.set(kind, division);
    const seat = seatOf(code, position, own, holders.get(code) ?? []);
    if (seat.seats > 0 || seat.holders.length > 0) division.seats.push(seat);
  }
  return [...divisions.values()].filter(({ seats }) => seats.length > 0);
}

function seatOf(
  positionCode: string,
  position: Position | undefined,
  cells: readonly Cell[],
  holders: readonly Card[],
): Seat {
  const cell = cells.find((each) => each.positionCode === positionCode);
  const seats = cell?.seats ?? 0;
  return {
    positionCode,
    position,
    seats,
    required: cell?.required ?? 0,
    holders,
    vacant: Math.max(0, seats - holders.length),
  };
}
