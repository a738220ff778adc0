import { Navigate, Route, Routes } from 'react-router';

import { Allowed } from '../components/allowed.js';
import { lazily } from '../components/lazily.js';
import { DashboardView } from '../features/dashboard/dashboard-view.js';
import { NotFound } from './not-found.js';
import { usePlaces } from './places.js';
import { Shell } from './shell.js';

const CommuneView = lazily(
  'CommuneView',
  async () => (await import('../features/commune/commune-view.js')).CommuneView,
);
const GapView = lazily(
  'GapView',
  async () => (await import('../features/gap/gap-view.js')).GapView,
);
const MapView = lazily(
  'MapView',
  async () => (await import('../features/map/map-view.js')).MapView,
);
const PlacementView = lazily(
  'PlacementView',
  async () => (await import('../features/placement/placement-view.js')).PlacementView,
);
const BoardView = lazily(
  'BoardView',
  async () => (await import('../features/board/board-view.js')).BoardView,
);
const CompareView = lazily(
  'CompareView',
  async () => (await import('../features/scenarios/compare-view.js')).CompareView,
);
const MergerView = lazily(
  'MergerView',
  async () => (await import('../features/merger/merger-view.js')).MergerView,
);
const MergerMapView = lazily(
  'MergerMapView',
  async () => (await import('../features/merger/map/map-view.js')).MergerMapView,
);
const ForecastView = lazily(
  'ForecastView',
  async () => (await import('../features/forecast/forecast-view.js')).ForecastView,
);
const LawView = lazily(
  'LawView',
  async () => (await import('../features/law/law-view.js')).LawView,
);
const DraftView = lazily(
  'DraftView',
  async () => (await import('../features/law/draft-view.js')).DraftView,
);
const LimitsView = lazily(
  'LimitsView',
  async () => (await import('../features/limits/limits-view.js')).LimitsView,
);
const MovementView = lazily(
  'MovementView',
  async () => (await import('../features/movement/movement-view.js')).MovementView,
);
const LetterView = lazily(
  'LetterView',
  async () => (await import('../features/letter/letter-view.js')).LetterView,
);
const PoolView = lazily(
  'PoolView',
  async () => (await import('../features/pool/pool-view.js')).PoolView,
);
const WishesView = lazily(
  'WishesView',
  async () => (await import('../features/wishes/wishes-view.js')).WishesView,
);
const TreatmentView = lazily(
  'TreatmentView',
  async () => (await import('../features/treatment/treatment-view.js')).TreatmentView,
);
const PayoutView = lazily(
  'PayoutView',
  async () => (await import('../features/payout/payout-view.js')).PayoutView,
);
const RosterView = lazily(
  'RosterView',
  async () => (await import('../features/roster/roster-view.js')).RosterView,
);
const BatchView = lazily(
  'BatchView',
  async () => (await import('../features/roster/batch-view.js')).BatchView,
);
const ReportView = lazily(
  'ReportView',
  async () => (await import('../features/report/report-view.js')).ReportView,
);
const AuditView = lazily(
  'AuditView',
  async () => (await import('../features/audit/audit-view.js')).AuditView,
);
const AccountsView = lazily(
  'AccountsView',
  async () => (await import('../features/accounts/accounts-view.js')).AccountsView,
);

/** Every view has an address of its own; the code of all but the first is fetched when it is opened. */
export function Views() {
  return (
    <Shell>
      <Routes>
        <Route path="/" element={<Home />} />
        <Route
          path="/commune"
          element={
            <Allowed permission="gap.read">
              <CommuneView />
            </Allowed>
          }
        />
        <Route
          path="/gap"
          element={
            <Allowed permission="gap.read">
              <GapView />
            </Allowed>
          }
        />
        <Route
          path="/map"
          element={
            <Allowed permission="gap.read">
              <MapView />
            </Allowed>
          }
        />
        <Route
          path="/placement"
          element={
            <Allowed permission="scenario.read">
              <PlacementView />
            </Allowed>
          }
        />
        <Route
          path="/board"
          element={
            <Allowed permission="scenario.read">
              <BoardView />
            </Allowed>
          }
        />
        <Route
          path="/scenarios"
          element={
            <Allowed permission="scenario.read">
              <CompareView />
            </Allowed>
          }
        />
        <Route
          path="/merger"
          element={
            <Allowed permission="scenario.read">
              <MergerView />
            </Allowed>
          }
        />
        <Route
          path="/merger/map"
          element={
            <Allowed permission="scenario.write">
              <MergerMapView />
            </Allowed>
          }
        />
        <Route
          path="/forecast"
          element={
            <Allowed permission="gap.read">
              <ForecastView />
            </Allowed>
          }
        />
        <Route
          path="/law"
          element={
            <Allowed permission="law.read">
              <LawView />
            </Allowed>
          }
        />
        <Route
          path="/law/limits"
          element={
            <Allowed permission="gap.read">
              <LimitsView />
            </Allowed>
          }
        />
        <Route
          path="/pool"
          element={
            <Allowed permission="scenario.write">
              <PoolView />
            </Allowed>
          }
        />
        <Route
          path="/law/wishes"
          element={
            <Allowed permission="scenario.read">
              <WishesView />
            </Allowed>
          }
        />
        <Route
          path="/law/treatment"
          element={
            <Allowed permission="treatment.read">
              <TreatmentView />
            </Allowed>
          }
        />
        <Route
          path="/law/payouts"
          element={
            <Allowed permission="payout.read">
              <PayoutView />
            </Allowed>
          }
        />
        <Route
          path="/law/drafts/:id"
          element={
            <Allowed permission="law.write">
              <DraftView />
            </Allowed>
          }
        />
        <Route
          path="/movements"
          element={
            <Allowed permission="movement.read">
              <MovementView />
            </Allowed>
          }
        />
        <Route
          path="/letters"
          element={
            <Allowed permission="letter.read">
              <LetterView />
            </Allowed>
          }
        />
        <Route
          path="/imports"
          element={
            <Allowed permission="roster.import">
              <RosterView />
            </Allowed>
          }
        />
        <Route
          path="/imports/:id"
          element={
            <Allowed permission="roster.import">
              <BatchView />
            </Allowed>
          }
        />
        <Route
          path="/downloads"
          element={
            <Allowed permission="report.export">
              <ReportView />
            </Allowed>
          }
        />
        <Route
          path="/audit"
          element={
            <Allowed permission="audit.read">
              <AuditView />
            </Allowed>
          }
        />
        <Route
          path="/accounts"
          element={
            <Allowed permission="account.manage">
              <AccountsView />
            </Allowed>
          }
        />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Shell>
  );
}

/** The overview; for a role that has none the first place that it has. */
function Home() {
  const [first] = usePlaces();
  if (first && first.to !== '/') return <Navigate to={first.to} replace />;
  return (
    <Allowed permission="gap.read">
      <DashboardView />
    </Allowed>
  );
}
