import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';

import { answerOf, api } from '../../lib/api/client.js';
import { pinsQuery } from '../../lib/api/pins.js';
import type { Pin } from '../../lib/api/shapes.js';

/** Where a pin puts a person. */
export type Placing =
  | { readonly kind: 'seat'; readonly unitCode: string; readonly positionCode: string }
  | { readonly kind: 'leave' };

/** One thing that was done on the board, with the way back. */
interface Act {
  readonly staffId: number;
  readonly fullName: string;
  /** null = no pin. */
  readonly before: Placing | null;
  readonly after: Placing | null;
  readonly reason: string;
}

type Way = 'do' | 'undo' | 'redo';

interface Going {
  readonly act: Act;
  readonly way: Way;
}

interface Pins {
  readonly version: number;
  readonly pins: readonly Pin[];
}

export interface Said {
  readonly way: Way;
  readonly staffId: number;
  readonly fullName: string;
}

export interface PinActs {
  readonly place: (act: Omit<Act, 'before'>, done: () => void) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What would be undone and done again next. */
  readonly last: Act | undefined;
  readonly next: Act | undefined;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly forgive: () => void;
  /** What was done last, to be said. */
  readonly said: Said | null;
  /** Whether a version of the scenario is of this page's own making. */
  readonly isOwn: (version: number) => boolean;
}

/** Pins set, undone and done again from the board. Each goes with the version that is known, so nobody is overwritten. */
export function usePinActs(scenarioId: number, may: boolean): PinActs {
  const client = useQueryClient();
  const known = useQuery({ ...pinsQuery(scenarioId), enabled: may }).data;
  const own = useRef(new Set<number>());
  const [done, setDone] = useState<readonly Act[]>([]);
  const [undone, setUndone] = useState<readonly Act[]>([]);
  const send = useMutation({
    mutationFn: ({ act, way }: Going) => {
      if (known === undefined) throw new Error('pins are not there yet');
      return sent(scenarioId, known, { ...act, wanted: way === 'undo' ? act.before : act.after });
    },
    onSuccess: (pins, { act, way }) => {
      own.current.add(pins.version);
      keep(client, scenarioId, pins);
      setDone((acts) => (way === 'undo' ? acts.slice(0, -1) : [...acts, act]));
      setUndone((acts) =>
        way === 'undo' ? [...acts, act] : way === 'redo' ? acts.slice(0, -1) : [],
      );
    },
    // Somebody was faster, or the pin is gone: what stands now is asked for, and what was typed stays.
    onError: () => void client.invalidateQueries({ queryKey: pinsQuery(scenarioId).queryKey }),
  });
  const last = done.at(-1);
  const next = undone.at(-1);
  return {
    place: (act, then) =>
      send.mutate(
        { act: { ...act, before: placingOf(known?.pins, act.staffId) }, way: 'do' },
        { onSuccess: then },
      ),
    undo: () => last && !send.isPending && send.mutate({ act: last, way: 'undo' }),
    redo: () => next && !send.isPending && send.mutate({ act: next, way: 'redo' }),
    last,
    next,
    busy: send.isPending,
    error: send.error,
    forgive: send.reset,
    said: useSaid(send.data === undefined ? undefined : send.variables),
    isOwn: useCallback((version: number) => own.current.has(version), []),
  };
}

/** The same as long as nothing else is done. */
function useSaid(going: Going | undefined): Said | null {
  return useMemo(
    () =>
      going ? { way: going.way, staffId: going.act.staffId, fullName: going.act.fullName } : null,
    [going],
  );
}

function placingOf(pins: readonly Pin[] | undefined, staffId: number): Placing | null {
  const pin = pinOf(pins, staffId);
  if (!pin) return null;
  if (pin.kind === 'leave' || pin.unitCode === null || pin.positionCode === null) {
    return { kind: 'leave' };
  }
  return { kind: 'seat', unitCode: pin.unitCode, positionCode: pin.positionCode };
}

/** The pin that gives a person a place. */
function pinOf(pins: readonly Pin[] | undefined, staffId: number): Pin | undefined {
  return pins?.find((pin) => pin.staffId === staffId && pin.kind !== 'forbid');
}

interface Sent extends Act {
  readonly wanted: Placing | null;
}

function sent(
  id: number,
  { version, pins }: Pins,
  { staffId, wanted, reason }: Sent,
): Promise<Pins> {
  const path = { id };
  if (wanted !== null) {
    const body = { version, staffId, reason, ...wanted };
    return answerOf(api.POST('/api/scenarios/{id}/pins', { params: { path }, body }));
  }
  const pin = pinOf(pins, staffId);
  if (!pin) return Promise.resolve({ version, pins });
  return answerOf(
    api.DELETE('/api/scenarios/{id}/pins/{pin}', {
      params: { path: { ...path, pin: pin.id }, query: { version } },
    }),
  );
}

/** Shows the new pins at once; what else was said of the scenario is of the pins of before. */
function keep(client: QueryClient, scenarioId: number, { version, pins }: Pins): void {
  client.setQueryData(pinsQuery(scenarioId).queryKey, { version, pins: [...pins] });
  forgetPrices(client);
}

export function forgetPrices(client: QueryClient): void {
  for (const key of ['what-if', 'why-person', 'why-seat'])
    client.removeQueries({ queryKey: [key] });
  for (const key of ['scenarios', 'run-changes']) {
    void client.invalidateQueries({ queryKey: [key] });
  }
}
