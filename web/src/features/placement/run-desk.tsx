import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { unfinishedJobsQuery } from '../../lib/api/jobs.js';
import type { Scenario } from '../../lib/api/shapes.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { placementText } from './placement.text.js';
import { RunForm } from './run-form.js';
import { RunProgress } from './run-progress.js';

/** Where an officer starts a run and follows it; one that goes on already is found again. */
export function RunDesk({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const t = useText(placementText);
  const may = useMay()('placement.run');
  const [followed, setFollowed] = useState<number | null>(null);
  const going = useQuery({ ...unfinishedJobsQuery(), enabled: may });
  if (!may) return null;
  const jobId = followed ?? going.data?.[0]?.id;
  const drafts = scenarios.filter(({ state }) => state === 'draft');
  if (jobId === undefined && drafts.length === 0) return null;
  return (
    <section className="card run-desk" aria-label={t.runTitle}>
      {jobId === undefined ? (
        <RunForm drafts={drafts} scenarios={scenarios} onAsked={setFollowed} />
      ) : (
        <RunProgress
          key={jobId}
          jobId={jobId}
          scenarios={scenarios}
          onClose={() => {
            setFollowed(null);
            void going.refetch();
          }}
        />
      )}
    </section>
  );
}
