import { DAY, EVE, type SmallProgram } from './small-program.js';

/** How much there is of everything that requests could change, as those see it who see all of it. */
export async function counts({ as }: SmallProgram): Promise<Readonly<Record<string, unknown>>> {
  const { canbo: officer, quantri: administrator } = as;
  const people = (on: string) => officer.get<object>(`/api/people?on=${on}`);
  return {
    units: await officer.get(`/api/units?on=${DAY}`),
    seats: await officer.get(`/api/seats?on=${DAY}`),
    people: [await people(EVE), await people(DAY)],
    scenarios: await officer.get('/api/scenarios'),
    imports: await officer.get('/api/imports'),
    accounts: (await administrator.get<Account[]>('/api/accounts')).map(withoutVisit),
    law: await officer.get(`/api/law/parameters?on=${DAY}`),
    settings: await administrator.get('/api/access/settings'),
  };
}

interface Account {
  readonly lastSeenAt: string | null;
}

function withoutVisit({ lastSeenAt: _lastSeenAt, ...account }: Account): object {
  return account;
}
