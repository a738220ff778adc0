import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';

import { ClosedPeople } from '../../components/closed-people.js';
import { movementsQuery } from '../../lib/api/movements.js';
import { proposalsQuery } from '../../lib/api/proposals.js';
import type { MovementLine, Proposal } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { communeText } from './commune.text.js';
import { PeopleThere, useThere } from './people-there.js';
import type { Pending } from './pending.js';
import { Ways } from './ways.js';

const LISTS = ['there', 'comes', 'goes'] as const;
/** More than whom a leader sees in a plan: the own people, and whoever comes. */
const MOST = 500;

interface Props {
  readonly code: string;
  readonly on: string;
  readonly pending: Pending | null;
}

/** Who is there, who comes and who goes: by the plan on its way and by single movements. */
export function PeopleLists({ code, on, pending }: Props) {
  const t = useText(communeText);
  const { number } = useFormat();
  const params = useQueryParams();
  const list = LISTS.find((each) => each === params.get('list')) ?? 'there';
  const there = useThere(code, on).data?.total;
  const ways = useWays(code, on, pending);
  const counts = { there, comes: ways.comes?.length, goes: ways.goes?.length };
  return (
    <section className="card" aria-label={t.peopleTitle}>
      <h2>{t.peopleTitle}</h2>
      <Segmented
        className="commune-lists"
        aria-label={t.peopleTitle}
        value={list}
        options={LISTS.map((each) => ({
          value: each,
          label: `${t[each]} (${counts[each] === undefined ? '…' : number(counts[each])})`,
        }))}
        onChange={(value) => params.set({ list: value === 'there' ? null : value, page: null })}
      />
      {list === 'there' ? (
        <PeopleThere code={code} on={on} />
      ) : (
        <>
          <ClosedPeople count={ways.closed} />
          <Ways side={list} ways={ways[list]} queries={ways.queries} />
        </>
      )}
    </section>
  );
}

/** One person's way into the commune or out of it. */
export interface Way {
  readonly key: string;
  readonly line: Proposal | null;
  readonly move: MovementLine | null;
}

function useWays(code: string, on: string, pending: Pending | null) {
  const lines = useQuery({
    ...proposalsQuery(pending?.run.id ?? 0, { offset: 0, limit: MOST }),
    enabled: pending !== null,
  });
  const moves = useQuery(movementsQuery({ offset: 0, limit: MOST }));
  const planned = pending === null ? [] : lines.data?.items;
  const single = moves.data?.items.filter((move) => isAhead(move, on));
  const isOwn = (unit: string | null) => unit === code || unit?.startsWith(`${code}.`) === true;
  return {
    /** Whom the plan does not name to this account, whichever way they go. */
    closed: pending === null ? 0 : (lines.data?.closed ?? 0),
    queries: [lines, moves],
    comes: waysOf(
      planned?.filter((line) => isMoved(line) && line.communeCode === code),
      single?.filter(({ toUnitCode, fromUnitCode }) => isOwn(toUnitCode) && !isOwn(fromUnitCode)),
    ),
    goes: waysOf(
      planned?.filter(({ communeCode }) => communeCode !== code),
      single?.filter(({ toUnitCode, fromUnitCode }) => isOwn(fromUnitCode) && !isOwn(toUnitCode)),
    ),
  };
}

/** Outside of the successors of the old unit; following it is no move. */
function isMoved({ terms }: Proposal): boolean {
  return terms['moved'] === 1;
}

/** Not yet begun, and neither dropped nor taken back. */
function isAhead({ state, startsOn }: MovementLine, on: string): boolean {
  return state === 'planned' || state === 'heard' || (state === 'decided' && startsOn > on);
}

/** Undefined while one of the two is not known yet. */
function waysOf(
  lines: readonly Proposal[] | undefined,
  moves: readonly MovementLine[] | undefined,
): Way[] | undefined {
  if (!lines || !moves) return undefined;
  return [
    ...moves.map((move) => ({ key: `move ${move.id}`, line: null, move })),
    ...lines.map((line) => ({ key: `line ${line.staffId}`, line, move: null })),
  ];
}
