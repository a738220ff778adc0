import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';

import { Said } from '../../components/said.js';
import { Answered, Trouble } from '../../components/states.js';
import { cancelJobMutation, hasEnded, jobQuery } from '../../lib/api/jobs.js';
import type { Job, Scenario } from '../../lib/api/shapes.js';
import { useJobEvents } from '../../lib/job-events.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { placementText } from './placement.text.js';

interface Props {
  readonly jobId: number;
  readonly scenarios: readonly Scenario[];
  readonly onClose: () => void;
}

/** A run while it goes on, and how it ended; a new result is shown at once. */
export function RunProgress({ jobId, scenarios, onClose }: Props) {
  const query = useQuery(jobQuery(jobId));
  useJobEvents(jobId);
  useResult(query.data);
  return (
    <Answered query={query} rows={1}>
      {(job) =>
        hasEnded(job) ? (
          <Ended job={job} onClose={onClose} />
        ) : (
          <Going job={job} name={scenarios.find(({ id }) => id === job.scenarioId)?.name ?? ''} />
        )
      }
    </Answered>
  );
}

/** Shows the run that came of it. */
function useResult(job: Job | undefined): void {
  const client = useQueryClient();
  const params = useQueryParams();
  const resultId = job?.state === 'done' ? job.resultId : null;
  useEffect(() => {
    if (resultId === null) return;
    void client
      .invalidateQueries({ queryKey: ['scenarios'] })
      .then(() => params.set({ run: String(resultId), page: null, person: null }));
    // Once for each result: the address changes by it.
  }, [client, resultId]);
}

function Going({ job, name }: { readonly job: Job; readonly name: string }) {
  const t = useText(placementText);
  const cancel = useMutation(cancelJobMutation(useQueryClient()));
  const cancelling = cancel.isPending || job.cancelAsked;
  return (
    <>
      <div className="run-going">
        <div className="run-bar">
          <strong>{t.runOf(name)}</strong>
          <progress max={1} value={job.fraction} aria-label={t.runProgress} />
          <p className="sub" role="status">
            {t.runPercent(Math.round(job.fraction * 100))},{' '}
            {wordFor(t, 'phase', job.phase ?? 'queued').toLocaleLowerCase()}
          </p>
        </div>
        <Button danger loading={cancelling} onClick={() => cancel.mutate(job.id)}>
          {cancelling ? t.runCancelling : t.runCancel}
        </Button>
      </div>
      {cancel.error && <Trouble error={cancel.error} />}
    </>
  );
}

const SEVERITY = { done: 'success', cancelled: 'info' } as const;

function Ended({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const t = useText(placementText);
  const close = <Button onClick={onClose}>{t.runClose}</Button>;
  if (job.state === 'done' || job.state === 'cancelled')
    return (
      <Alert
        type={SEVERITY[job.state]}
        showIcon
        title={job.state === 'done' ? t.runDone : t.runCancelled}
        action={close}
      />
    );
  return (
    <Alert
      type="error"
      showIcon
      title={t.runFailed}
      description={job.error && <Said text={job.error.message} />}
      action={close}
    />
  );
}
