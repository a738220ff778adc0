import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { DayField } from '../../components/day-field.js';
import { Trouble } from '../../components/states.js';
import { preflightQuery, scheduleMutation } from '../../lib/api/decisions.js';
import type { Scenario } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { decisionText } from './decision.text.js';

/** An approved plan may wait for its day and be applied by itself then. */
export function SchedulePanel({ plan }: { readonly plan: Scenario }) {
  const t = useText(decisionText);
  const { day } = useFormat();
  const { id, version, effectiveOn } = plan;
  const { data } = useQuery(preflightQuery(id));
  const send = useMutation(scheduleMutation(useQueryClient()));
  const [on, setOn] = useState(effectiveOn);
  if (!data) return null;
  const { schedule } = data;
  const waits = schedule?.state === 'queued' || schedule?.state === 'running';
  return (
    <details open={schedule !== null && schedule.state !== 'done'}>
      <summary>{t.schedule}</summary>
      {schedule && waits && <p>{t.waits(day(schedule.on), schedule.askedByName)}</p>}
      {schedule?.state === 'failed' && (
        <p>
          <span className="short-text">{t.failedOn(day(schedule.on))}</span> {schedule.error}
        </p>
      )}
      {!waits && (
        <>
          <p className="sub">{t.scheduleAbout}</p>
          <DayField label={t.scheduleDay} value={on} onChange={setOn} />
        </>
      )}
      {send.error && <Trouble error={send.error} title={t.refused} />}
      <div className="dialog-foot">
        <Button
          loading={send.isPending}
          disabled={!waits && on === ''}
          onClick={() => send.mutate({ id, version, on: waits ? null : on })}
        >
          {waits ? t.callOff : t.appoint}
        </Button>
      </div>
    </details>
  );
}
