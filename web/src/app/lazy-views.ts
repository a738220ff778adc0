import { lazily } from '../components/lazily.js';

export const CommuneView = lazily(
  'CommuneView',
  async () => (await import('../features/commune/commune-view.js')).CommuneView,
);
export const GapView = lazily(
  'GapView',
  async () => (await import('../features/gap/gap-view.js')).GapView,
);
export const MapView = lazily(
  'MapView',
  async () => (await import('../features/map/map-view.js')).MapView,
);
export const PlacementView = lazily(
  'PlacementView',
  async () => (await import('../features/placement/placement-view.js')).PlacementView,
);
export const BoardView = lazily(
  'BoardView',
  async () => (await import('../features/board/board-view.js')).BoardView,
);
export const CompareView = lazily(
  'CompareView',
  async () => (await import('../features/scenarios/compare-view.js')).CompareView,
);
export const MergerView = lazily(
  'MergerView',
  async () => (await import('../features/merger/merger-view.js')).MergerView,
);
export const MergerMapView = lazily(
  'MergerMapView',
  async () => (await import('../features/merger/map/map-view.js')).MergerMapView,
);
export const ForecastView = lazily(
  'ForecastView',
  async () => (await import('../features/forecast/forecast-view.js')).ForecastView,
);
export const LawView = lazily(
  'LawView',
  async () => (await import('../features/law/law-view.js')).LawView,
);
export const DraftView = lazily(
  'DraftView',
  async () => (await import('../features/law/draft-view.js')).DraftView,
);
export const LimitsView = lazily(
  'LimitsView',
  async () => (await import('../features/limits/limits-view.js')).LimitsView,
);
export const MovementView = lazily(
  'MovementView',
  async () => (await import('../features/movement/movement-view.js')).MovementView,
);
export const LetterView = lazily(
  'LetterView',
  async () => (await import('../features/letter/letter-view.js')).LetterView,
);
export const PoolView = lazily(
  'PoolView',
  async () => (await import('../features/pool/pool-view.js')).PoolView,
);
export const WishesView = lazily(
  'WishesView',
  async () => (await import('../features/wishes/wishes-view.js')).WishesView,
);
export const TreatmentView = lazily(
  'TreatmentView',
  async () => (await import('../features/treatment/treatment-view.js')).TreatmentView,
);
export const PayoutView = lazily(
  'PayoutView',
  async () => (await import('../features/payout/payout-view.js')).PayoutView,
);
export const RosterView = lazily(
  'RosterView',
  async () => (await import('../features/roster/roster-view.js')).RosterView,
);
export const BatchView = lazily(
  'BatchView',
  async () => (await import('../features/roster/batch-view.js')).BatchView,
);
export const ReportView = lazily(
  'ReportView',
  async () => (await import('../features/report/report-view.js')).ReportView,
);
export const AuditView = lazily(
  'AuditView',
  async () => (await import('../features/audit/audit-view.js')).AuditView,
);
export const AccountsView = lazily(
  'AccountsView',
  async () => (await import('../features/accounts/accounts-view.js')).AccountsView,
);
