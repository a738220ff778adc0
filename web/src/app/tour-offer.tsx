import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router';

import { useInside } from '../lib/session.js';
import { useText } from '../lib/text/define-text.js';
import { usePlaces } from './places.js';
import { endTour, startTour, useTourIsOffered, useTourRuns } from './tour-state.js';
import { tourText } from './tour.text.js';

const Tour = lazy(async () => ({ default: (await import('./tour.js')).Tour }));

/** A line on the first view of whoever comes for the first time; it covers nothing, and once answered it never comes back. */
export function TourOffer() {
  const t = useText(tourText);
  const [first] = usePlaces();
  const { account } = useInside().session;
  const { pathname } = useLocation();
  const offered = useTourIsOffered(account?.login ?? '');
  const runs = useTourRuns();
  if (!account) return null;
  if (runs) {
    return (
      <Suspense>
        <Tour account={account} />
      </Suspense>
    );
  }
  if (!offered || pathname !== first?.to) return null;
  return (
    <section className="tour-offer" aria-label={t.start}>
      <span>{t.offer}</span>
      <Button size="small" type="primary" onClick={startTour}>
        {t.start}
      </Button>
      <Button size="small" onClick={() => endTour(account.login)}>
        {t.never}
      </Button>
    </section>
  );
}
