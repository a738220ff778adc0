import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';

import { Waiting } from '../components/states.js';
import { DashboardView } from '../features/dashboard/dashboard-view.js';
import { NotFound } from './not-found.js';
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
const MergerView = lazy(async () => ({
  default: (await import('../features/merger/merger-view.js')).MergerView,
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

/** Every view has an address of its own; the code of all but the first is fetched when it is opened. */
export function Views() {
  return (
    <Shell>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route path="/" element={<DashboardView />} />
          <Route path="/gap" element={<GapView />} />
          <Route path="/map" element={<MapView />} />
          <Route path="/placement" element={<PlacementView />} />
          <Route path="/merger" element={<MergerView />} />
          <Route path="/imports" element={<RosterView />} />
          <Route path="/imports/:id" element={<BatchView />} />
          <Route path="/downloads" element={<ReportView />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
