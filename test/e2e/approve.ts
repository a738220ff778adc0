import type { Answer, Client } from './client.js';
import type { Scenario } from './shapes.js';

/** Who submits a plan, and who approves it. */
export interface TwoOfficers {
  readonly officer: Client;
  readonly second: Client;
}

interface Asked {
  readonly version: number;
  readonly units: readonly { readonly unitCode: string; readonly side: string }[];
}

/** A draft on its way to approval: submitted, agreed by all its units, approved. @returns the version */
export async function approve(
  { officer, second }: TwoOfficers,
  id: number,
  runId?: number,
): Promise<number> {
  const path = `/api/scenarios/${id}`;
  const { version } = await officer.get<Scenario>(path);
  const step = { to: 'submitted', version, ...(runId !== undefined && { runId }) };
  done(await officer.ask('POST', `${path}/state`, step));
  const asked = await officer.get<Asked>(`${path}/agreements`);
  const units = asked.units.map(({ unitCode, side }) => ({ unitCode, side }));
  if (units.length > 0)
    done(await officer.ask('POST', `${path}/agreements`, { units, answer: 'agreed' }));
  const agreed = await officer.ask<Asked>('POST', `${path}/agreement`, { version: asked.version });
  const { items } = await officer.get<{ items: { staffId: number }[] }>(
    `${path}/people?absent=true&limit=500`,
  );
  if (items.length > 0) {
    const staffIds = items.map(({ staffId }) => staffId);
    const words = { agreedOn: '2025-06-20', note: 'Bàn giao cho người được phân công' };
    done(await officer.ask('POST', `${path}/hand-overs`, { staffIds, ...words }));
  }
  const approved = await second.ask<Asked>('POST', `${path}/approval`, {
    version: done(agreed).version,
  });
  return done(approved).version;
}

function done<T>({ status, body }: Answer<T>): T {
  if (status === 200) return body;
  throw new Error(`${status}: ${JSON.stringify(body)}`);
}
