import { Button } from 'antd';
import { useState } from 'react';

import { ExportDialog } from '../../../components/export-dialog.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { mapText } from './map.text.js';
import type { DraftActs } from './use-map-draft.js';

interface Props {
  readonly scenarioId: number;
  readonly acts: DraftActs;
  readonly changes: number;
  readonly movable: boolean;
  readonly said: string;
  readonly onPaste: () => void;
  readonly onSave: () => void;
}

/** What is done with the whole map. */
export function DeskBar({ scenarioId, acts, changes, movable, said, onPaste, onSave }: Props) {
  const t = useText(mapText);
  const format = useFormat();
  const [asked, setAsked] = useState(false);
  return (
    <div className="map-bar">
      {movable && (
        <>
          <Button onClick={acts.undo} disabled={!acts.mayUndo}>
            {t.undo}
          </Button>
          <Button onClick={acts.redo} disabled={!acts.mayRedo}>
            {t.redo}
          </Button>
          <Button onClick={onPaste}>{t.paste}</Button>
        </>
      )}
      <Button onClick={() => setAsked(true)} disabled={changes > 0}>
        {t.workbook}
      </Button>
      {changes > 0 && <span className="sub">{t.workbookFirst}</span>}
      <span className="map-said" role="status">
        {said}
      </span>
      {movable && (
        <Button type="primary" onClick={onSave} disabled={changes === 0}>
          {changes === 0 ? t.unchanged : t.save(format.number(changes))}
        </Button>
      )}
      {asked && (
        <ExportDialog
          title={t.workbookTitle}
          columns={[]}
          address={`/api/scenarios/${scenarioId}/map.xlsx`}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}
