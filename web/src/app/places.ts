/** The views of the main menu in their order, each with the permission that it stands on. */
export const PLACES = [
  { to: '/', text: 'overview', permission: 'gap.read' },
  { to: '/gap', text: 'gap', permission: 'gap.read' },
  { to: '/map', text: 'map', permission: 'gap.read' },
  { to: '/placement', text: 'placement', permission: 'scenario.read' },
  { to: '/merger', text: 'merger', permission: 'scenario.read' },
  { to: '/forecast', text: 'forecast', permission: 'gap.read' },
  { to: '/movements', text: 'movement', permission: 'movement.read' },
  { to: '/imports', text: 'roster', permission: 'roster.import' },
  { to: '/downloads', text: 'report', permission: 'report.export' },
  { to: '/audit', text: 'audit', permission: 'audit.read' },
  { to: '/accounts', text: 'accounts', permission: 'account.manage' },
  { to: '/law', text: 'law', permission: 'law.read' },
] as const;

export type Place = (typeof PLACES)[number];

/** The place that an address belongs to. */
export function placeOf(pathname: string): Place | undefined {
  return PLACES.find(({ to }) => (to === '/' ? pathname === '/' : pathname.startsWith(to)));
}
