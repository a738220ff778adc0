import { useState } from 'react';

import { ExportDialog } from '../../components/export-dialog.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { movementText } from './movement.text.js';

interface Props {
  readonly title: string;
  /** Below `/api/reports/`. */
  readonly file: string;
}

/** The whole list as a workbook, for whoever may take one. */
export function ListWorkbook({ title, file }: Props) {
  const t = useText(movementText);
  const may = useMay();
  const [asked, setAsked] = useState(false);
  if (!may('report.export')) return null;
  return (
    <p className="sub">
      <button type="button" className="link-button" onClick={() => setAsked(true)}>
        {t.workbook}
      </button>
      {asked && (
        <ExportDialog
          title={title}
          columns={[]}
          address={`/api/reports/${file}`}
          onClose={() => setAsked(false)}
        />
      )}
    </p>
  );
}
