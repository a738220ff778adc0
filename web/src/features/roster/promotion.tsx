import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';

import { Trouble } from '../../components/states.js';
import { promoteRosterMutation } from '../../lib/api/promote-roster.js';
import type { Batch } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { rosterText } from './roster.text.js';

/** The one step that changes the registry: asked once more, and refused in the API's words. */
export function Promotion({ batch }: { readonly batch: Batch }) {
  const t = useText(rosterText);
  const { number, instant } = useFormat();
  const [asking, setAsking] = useState(false);
  const promote = useMutation(promoteRosterMutation(useQueryClient()));
  if (batch.state !== 'staged') {
    return batch.promotedAt === null ? null : (
      <Alert type="success" showIcon title={t.promotedAt(instant(batch.promotedAt))} />
    );
  }
  if (batch.errors > 0) {
    return <Alert type="warning" showIcon title={t.hasErrors(number(batch.errors))} />;
  }
  return (
    <div className="promotion">
      {promote.error && <Trouble error={promote.error} title={t.notPromoted} />}
      {!asking && (
        <Button type="primary" onClick={() => setAsking(true)}>
          {t.promote}
        </Button>
      )}
      {asking && (
        <div className="promotion-ask" role="alertdialog" aria-label={t.promote}>
          <p>{t.promoteAsk(number(batch.added), number(batch.changed))}</p>
          <Button
            type="primary"
            autoFocus
            loading={promote.isPending}
            onClick={() => promote.mutate(batch.id)}
          >
            {promote.isPending ? t.promoting : t.promoteYes}
          </Button>
          <Button onClick={() => setAsking(false)} disabled={promote.isPending}>
            {t.promoteNo}
          </Button>
        </div>
      )}
    </div>
  );
}
