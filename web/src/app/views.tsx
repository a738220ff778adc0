import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';

import { Allowed } from '../components/allowed.js';
import { Waiting } from '../components/states.js';
import { DashboardView } from '../features/dashboard/dashboard-view.js';
import { useMay } from '../lib/session.js';
import { NotFound } from './not-found.js';
import { PLACES } from './places.js';
import { Shell } from './shell.js';

const GapView = lazy(async () => ({
  default: (await import('../features/gap/gap-view.js')).GapView,
}));
const MapView = lazy(async () => ({
  default: (await import('../features/map/map-view.js')).MapView,
}));
const PlacementView = lazy(async () => ({
  default: (await import('../features/placement/placement-view.js')).PlacementView,
}));
const BoardView = lazy(async () => ({
  default: (await import('../features/board/board-view.js')).BoardView,
}));
const CompareView = lazy(async () => ({
  default: (await import('../features/scenarios/compare-view.js')).CompareView,
}));
const MergerView = lazy(async () => ({
  default: (await import('../features/merger/merger-view.js')).MergerView,
}));
const ForecastView = lazy(async () => ({
  default: (await import('../features/forecast/forecast-view.js')).ForecastView,
}));
const LawView = lazy(async () => ({
  default: (await import('../features/law/law-view.js')).LawView,
}));
const DraftView = lazy(async () => ({
  default: (await import('../features/law/draft-view.js')).DraftView,
}));
const LimitsView = lazy(async () => ({
  default: (await import('../features/limits/limits-view.js')).LimitsView,
}));
const MovementView = lazy(async () => ({
  default: (await import('../features/movement/movement-view.js')).MovementView,
}));
const LetterView = lazy(async () => ({
  default: (await import('../features/letter/letter-view.js')).LetterView,
}));
const PoolView = lazy(async () => ({
  default: (await import('../features/pool/pool-view.js')).PoolView,
}));
const WishesView = lazy(async () => ({
  default: (await import('../features/wishes/wishes-view.js')).WishesView,
}));
const TreatmentView = lazy(async () => ({
  default: (await import('../features/treatment/treatment-view.js')).TreatmentView,
}));
const PayoutView = lazy(async () => ({
  default: (await import('../features/payout/payout-view.js')).PayoutView,
}));
const RosterView = lazy(async () => ({
  default: (await import('../features/roster/roster-view.js')).RosterView,
}));
const BatchView = lazy(async () => ({
  default: (await import('../features/roster/batch-view.js')).BatchView,
}));
const ReportView = lazy(async () => ({
  default: (await import('../features/report/report-view.js')).ReportView,
}));
const AuditView = lazy(async () => ({
  default: (await import('../features/audit/audit-view.js')).AuditView,
}));
const AccountsView = lazy(async () => ({
  default: (await import('../features/accounts/accounts-view.js')).AccountsView,
}));

/** Every view has an address of its own; the code of all but the first is fetched when it is opened. */
export function Views() {
  return (
    <Shell>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route path="/" element={<Home />} />
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
      </Suspense>
    </Shell>
  );
}

/** The overview; for a role that has none the first place that it has. */
function Home() {
  const may = useMay();
  const first = PLACES.find(({ permission }) => may(permission));
  if (first && first.to !== '/') return <Navigate to={first.to} replace />;
  return (
    <Allowed permission="gap.read">
      <DashboardView />
    </Allowed>
  );
}
