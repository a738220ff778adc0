import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { Trouble } from '../../../components/states.js';
import type { Batch, TypedCell } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { repairText } from './repair.text.js';
import type { TypedCells } from './use-typed-cells.js';

interface Props {
  readonly typed: TypedCells;
  readonly alike: UseMutationResult<Batch, Error, TypedCell>;
  readonly batch: Batch;
}

/** Whether what was typed is in the database, and how many errors are left by the last check. */
export function SaveState({ typed, alike, batch }: Props) {
  const t = useText(repairText);
  const { number } = useFormat();
  const waiting = typed.texts.size;
  const saved = useSaved(waiting > 0 || alike.isPending);
  if (typed.error !== null) {
    return (
      <div className="save-trouble">
        <Trouble error={typed.error} title={t.notSaved} />
        <Button type="primary" onClick={typed.again}>
          {t.again}
        </Button>
        <Button onClick={typed.drop}>{t.drop}</Button>
      </div>
    );
  }
  if (alike.error !== null) return <Trouble error={alike.error} title={t.notDone} />;
  return (
    <div role="status" className="repair-said">
      {waiting > 0 && t.savingCells(number(waiting))}
      {waiting === 0 && alike.isPending && t.savingAlike}
      {saved && alike.isSuccess && `${t.alikeDone(number(batch.corrections))} `}
      {saved && t.saved(number(batch.errors))}
    </div>
  );
}

/** Once something was saved, and nothing is on its way. */
function useSaved(busy: boolean): boolean {
  const was = useRef(false);
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    if (was.current && !busy) setSaved(true);
    if (busy) setSaved(false);
    was.current = busy;
  }, [busy]);
  return saved;
}
