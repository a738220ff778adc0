import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Trouble } from '../../../components/states.js';
import { promoteRosterMutation } from '../../../lib/api/promote-roster.js';
import type { Batch, Preview } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { promotionText } from './promotion.text.js';

interface Props {
  readonly batch: Batch;
  readonly preview: Preview;
}

/** The one step that changes the registry: exactly what the preview shows, asked once more, refused in the API's words. */
export function Promote({ batch, preview }: Props) {
  const t = useText(promotionText);
  const { number } = useFormat();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const promote = useMutation(promoteRosterMutation(client));
  const lookAgain = () => {
    promote.reset();
    setAsking(false);
    void client.invalidateQueries({ queryKey: ['imports', batch.id] });
  };
  if (promote.error) {
    return (
      <div className="promotion">
        <Trouble error={promote.error} title={t.notPromoted} />
        <Button onClick={lookAgain}>{t.lookAgain}</Button>
      </div>
    );
  }
  if (!asking) {
    return (
      <div className="promotion">
        {preview.added + preview.changed === 0 && <p>{t.nothing}</p>}
        <Button
          type="primary"
          disabled={preview.questions.length > 0}
          onClick={() => setAsking(true)}
        >
          {t.promote}
        </Button>
      </div>
    );
  }
  return (
    <div className="promotion">
      <div className="promotion-ask" role="alertdialog" aria-label={t.promote}>
        <p>{t.promoteAsk(number(preview.added), number(preview.changed))}</p>
        <Button
          type="primary"
          autoFocus
          loading={promote.isPending}
          onClick={() => promote.mutate({ id: batch.id, preview: preview.hash })}
        >
          {promote.isPending ? t.promoting : t.promoteYes}
        </Button>
        <Button onClick={() => setAsking(false)} disabled={promote.isPending}>
          {t.promoteNo}
        </Button>
      </div>
    </div>
  );
}
