import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { hasEnded, keepJob } from './api/jobs.js';
import type { Job } from './api/shapes.js';

/** Keeps a job up to date while it goes on. Where the stream breaks, asking for the job from time to time is left. */
export function useJobEvents(id: number): void {
  const client = useQueryClient();
  useEffect(() => {
    const events = new EventSource(`/api/jobs/${id}/events`);
    const close = (): void => events.close();
    events.addEventListener('job', ({ data }: MessageEvent<string>) => {
      const job = JSON.parse(data) as Job;
      keepJob(client, job);
      if (hasEnded(job)) close();
    });
    events.addEventListener('refused', close);
    events.addEventListener('error', close);
    return close;
  }, [client, id]);
}
