import { Navigate, Route, Routes } from 'react-router';

import { Allowed } from '../components/allowed.js';
import { DashboardView } from '../features/dashboard/dashboard-view.js';
import {
  AccountsView,
  AuditView,
  BatchView,
  BoardView,
  CommuneView,
  CompareView,
  DraftView,
  ForecastView,
  GapView,
  LawView,
  LetterView,
  LimitsView,
  MapView,
  MergerMapView,
  MergerView,
  MovementView,
  PayoutView,
  PlacementView,
  PoolView,
  ReportView,
  RosterView,
  TreatmentView,
  WishesView,
} from './lazy-views.js';
import { NotFound } from './not-found.js';
import { usePlaces } from './places.js';
import { Shell } from './shell.js';

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
