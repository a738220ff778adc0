import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { pinsQuery } from '../../lib/api/pins.js';
import { pulseQuery } from '../../lib/api/pulse.js';
import type { Pin, Pulse } from '../../lib/api/shapes.js';
import { forgetPrices } from './use-pin-acts.js';

/** What somebody else did to the scenario while it was open here. */
export type News =
  | { readonly kind: 'pinned'; readonly who: string | null; readonly pin: Pin }
  | { readonly kind: 'took'; readonly who: string | null; readonly fullName: string }
  | { readonly kind: 'did'; readonly who: string | null; readonly what: string | null };

const MOST = 4;

interface Seen {
  readonly version: number;
  readonly pins: readonly Pin[];
}

interface Colleagues {
  readonly news: readonly News[];
  readonly dismiss: () => void;
}

/** Brings in what colleagues do to the scenario, and says who did what. */
export function useColleagues(
  scenarioId: number,
  may: boolean,
  isOwn: (version: number) => boolean,
): Colleagues {
  const client = useQueryClient();
  const pulse = useQuery({ ...pulseQuery(scenarioId), enabled: may }).data?.pulse;
  const now = useQuery({ ...pinsQuery(scenarioId), enabled: may }).data;
  const seen = useRef<Seen | undefined>(undefined);
  const [news, setNews] = useState<readonly News[]>([]);
  const isBehind = pulse !== undefined && now !== undefined && pulse.version > now.version;
  useEffect(() => {
    if (!isBehind) return;
    void client.invalidateQueries({ queryKey: pinsQuery(scenarioId).queryKey });
    forgetPrices(client);
  }, [isBehind, pulse?.version, client, scenarioId]);
  useEffect(() => {
    const before = seen.current;
    seen.current = now;
    if (!before || !now || before.version === now.version || isOwn(now.version)) return;
    setNews((all) => [...all, ...newsOf(before, now, pulse)].slice(-MOST));
    // The pulse of the moment only names who it was.
  }, [now, isOwn]);
  return { news, dismiss: () => setNews([]) };
}

function newsOf(before: Seen, now: Seen, pulse: Pulse | undefined): News[] {
  const old = new Map(before.pins.map((pin) => [pin.id, pin]));
  const left = new Set(now.pins.map(({ id }) => id));
  const set = now.pins.filter(({ id }) => !old.has(id));
  const again = new Set(set.map(({ staffId }) => staffId));
  const gone = before.pins.filter(({ id, staffId }) => !left.has(id) && !again.has(staffId));
  const who = pulse?.changedBy ?? null;
  const told: News[] = [
    ...set.map((pin) => ({ kind: 'pinned' as const, who: pin.setBy, pin })),
    ...gone.map(({ fullName }) => ({ kind: 'took' as const, who, fullName })),
  ];
  return told.length > 0 ? told : [{ kind: 'did', who, what: pulse?.changedWhat ?? null }];
}
