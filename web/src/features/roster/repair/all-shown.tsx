import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Trouble } from '../../../components/states.js';
import type { RowsFilter } from '../../../lib/api/import-rows.js';
import { takeBackMutation } from '../../../lib/api/repair-roster.js';
import type { Batch, BatchRow } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { placeOf } from './grid-model.js';
import { repairText } from './repair.text.js';
import { SetAsideDialog } from './set-aside-dialog.js';

interface Props {
  readonly batch: Batch;
  readonly items: readonly BatchRow[];
  readonly filter: RowsFilter;
  readonly editable: boolean;
}

/** Doings with all rows of the page; only where the reader has narrowed them down to what is to be left out or taken back. */
export function AllShown({ batch, items, filter, editable }: Props) {
  const t = useText(repairText);
  const { number } = useFormat();
  const [asking, setAsking] = useState(false);
  const takeBack = useMutation(takeBackMutation(useQueryClient(), batch.id));
  const inside = items.filter(({ reason }) => reason === null).map(placeOf);
  const outside = items.filter(({ reason }) => reason !== null).map(placeOf);
  const isNarrow = filter.severity === 'error' || filter.code !== null || filter.text !== null;
  if (!editable) return null;
  return (
    <>
      {isNarrow && inside.length > 1 && (
        <Button onClick={() => setAsking(true)}>{t.setAsideAll(number(inside.length))}…</Button>
      )}
      {filter.state === 'set-aside' && outside.length > 1 && (
        <Button loading={takeBack.isPending} onClick={() => takeBack.mutate(outside)}>
          {t.takeBackAll(number(outside.length))}
        </Button>
      )}
      {takeBack.error && <Trouble error={takeBack.error} title={t.notDone} />}
      {asking && (
        <SetAsideDialog batchId={batch.id} rows={inside} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
