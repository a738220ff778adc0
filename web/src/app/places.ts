import { useReach } from '../lib/reach.js';
import { useMay } from '../lib/session.js';

/** What the menu groups its views by: jobs of the people who work here. */
export const GROUPS = ['now', 'plan', 'move', 'ahead', 'decide', 'lists', 'house'] as const;

export type Group = (typeof GROUPS)[number];

/** The views of the main menu, each with its group and the permission that it stands on. The first allowed one is opened first. */
export const PLACES = [
  { to: '/commune', text: 'commune', permission: 'gap.read', group: 'now' },
  { to: '/', text: 'overview', permission: 'gap.read', group: 'now' },
  { to: '/gap', text: 'gap', permission: 'gap.read', group: 'now' },
  { to: '/map', text: 'map', permission: 'gap.read', group: 'now' },
  { to: '/merger', text: 'merger', permission: 'scenario.read', group: 'plan' },
  { to: '/placement', text: 'placement', permission: 'scenario.read', group: 'plan' },
  { to: '/board', text: 'board', permission: 'scenario.read', group: 'plan' },
  { to: '/scenarios', text: 'compare', permission: 'scenario.read', group: 'plan' },
  { to: '/pool', text: 'pool', permission: 'scenario.write', group: 'plan' },
  { to: '/movements', text: 'movement', permission: 'movement.read', group: 'move' },
  { to: '/forecast', text: 'forecast', permission: 'gap.read', group: 'ahead' },
  { to: '/letters', text: 'letter', permission: 'letter.read', group: 'decide' },
  { to: '/imports', text: 'roster', permission: 'roster.import', group: 'lists' },
  { to: '/downloads', text: 'report', permission: 'report.export', group: 'lists' },
  { to: '/audit', text: 'audit', permission: 'audit.read', group: 'house' },
  { to: '/accounts', text: 'accounts', permission: 'account.manage', group: 'house' },
  { to: '/law', text: 'law', permission: 'law.read', group: 'ahead' },
] as const;

export type Place = (typeof PLACES)[number];

/** Places that stand in the menu: a leader has the own commune where others have the overview. */
export function usePlaces(): readonly Place[] {
  const may = useMay();
  const { ofOneCommune } = useReach();
  const other = ofOneCommune ? '/' : '/commune';
  return PLACES.filter(({ to, permission }) => to !== other && may(permission));
}

/** The place that an address belongs to: the one that says most of it. */
export function placeOf(pathname: string): Place | undefined {
  return PLACES.filter(({ to }) => isWithin(pathname, to)).reduce<Place | undefined>(
    (best, each) => (best === undefined || each.to.length > best.to.length ? each : best),
    undefined,
  );
}

function isWithin(pathname: string, to: string): boolean {
  return pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));
}
