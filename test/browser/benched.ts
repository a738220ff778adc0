import type { Page } from 'playwright-core';

interface Proposals {
  readonly items: readonly { readonly staffId: number; readonly fullName: string }[];
}

interface Why {
  readonly alternatives: readonly {
    readonly place: { readonly outcome: string; readonly positionCode: string | null };
  }[];
}

interface Benched {
  readonly staffId: number;
  readonly fullName: string;
  /** Code of the position. */
  readonly to: string;
}

/** Somebody on the bench of a commune and a seat of it that is open to them, by what the API says. */
export async function benched(page: Page, url: string, commune: string): Promise<Benched> {
  const ask = async <T>(path: string) => (await (await page.request.get(url + path)).json()) as T;
  const [, draft] = await ask<{ runs: { id: number }[] }[]>('/api/scenarios');
  const run = `/api/runs/${draft!.runs[0]!.id}`;
  const { items } = await ask<Proposals>(
    `${run}/proposals?commune=${commune}&outcome=surplus&limit=50`,
  );
  for (const { staffId, fullName } of items) {
    const why = await ask<Why>(`${run}/people/${staffId}/why?most=50&commune=${commune}`);
    const seat = why.alternatives.find(({ place }) => place.outcome === 'seated');
    if (seat) return { staffId, fullName, to: seat.place.positionCode! };
  }
  throw new Error('nobody on the bench has an open seat');
}
