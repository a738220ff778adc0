import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';

import { Dialog } from '../../../components/dialog.js';
import { Trouble } from '../../../components/states.js';
import { Problem } from '../../../lib/api/problem.js';
import { undoRosterMutation } from '../../../lib/api/promote-roster.js';
import type { Batch } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { promotionText } from './promotion.text.js';
import { repairText } from './repair.text.js';

/** What became of the batch, and the way back. */
export function Undo({ batch }: { readonly batch: Batch }) {
  const t = useText(promotionText);
  const { instant } = useFormat();
  const [asking, setAsking] = useState(false);
  if (batch.state === 'undone' && batch.undoneAt !== null) {
    return <Alert type="info" showIcon title={t.undoneAt(instant(batch.undoneAt))} />;
  }
  if (batch.state !== 'promoted' || batch.promotedAt === null) return null;
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t.promotedAt(instant(batch.promotedAt))}
        action={<Button onClick={() => setAsking(true)}>{t.undo}…</Button>}
      />
      {asking && <UndoDialog batchId={batch.id} onClose={() => setAsking(false)} />}
    </>
  );
}

interface Props {
  readonly batchId: number;
  readonly onClose: () => void;
}

function UndoDialog({ batchId, onClose }: Props) {
  const t = useText(promotionText);
  const r = useText(repairText);
  const undo = useMutation(undoRosterMutation(useQueryClient()));
  return (
    <Dialog title={t.undo} onClose={onClose}>
      {undo.error === null && <p>{t.undoAsk}</p>}
      {undo.error && <Trouble error={undo.error} title={t.notUndone} />}
      {undo.error && <Obstacles error={undo.error} />}
      <div className="dialog-foot">
        <Button onClick={onClose} disabled={undo.isPending}>
          {r.cancel}
        </Button>
        {undo.error === null && (
          <Button
            danger
            type="primary"
            loading={undo.isPending}
            onClick={() => undo.mutate(batchId, { onSuccess: onClose })}
          >
            {t.undoYes}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

/** What was changed since, as the API names it. */
function Obstacles({ error }: { readonly error: Error }) {
  const t = useText(promotionText);
  const { number } = useFormat();
  const details = error instanceof Problem ? error.details : {};
  const named = details['obstacles'];
  const count = details['count'];
  if (!Array.isArray(named) || typeof count !== 'number') return null;
  return (
    <>
      <p>{t.obstacles(number(count))}</p>
      <ul className="obstacles">
        {named.map((each, index) => (
          <li key={index}>{String(each)}</li>
        ))}
        {count > named.length && <li>{t.andMore(number(count - named.length))}</li>}
      </ul>
    </>
  );
}
