import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { ExportDialog } from '../../components/export-dialog.js';
import { Trouble } from '../../components/states.js';
import { reportColumnsQuery } from '../../lib/api/report-columns.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { gapText } from './gap.text.js';

/** The board of a run as a workbook, by unit and position. */
export function BoardExport({ run }: { readonly run: number }) {
  const t = useText(gapText);
  const may = useMay()('report.export');
  const [open, setOpen] = useState(false);
  const kinds = useQuery({ ...reportColumnsQuery(), enabled: may && open });
  if (!may) return null;
  return (
    <>
      <Button className="board-excel" onClick={() => setOpen(true)}>
        {t.excel}
      </Button>
      {kinds.error && <Trouble error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {open && kinds.data && (
        <ExportDialog
          title={t.excelTitle}
          columns={kinds.data.find(({ report }) => report === 'gap')?.columns ?? []}
          address={`/api/reports/gap.xlsx?run=${run}`}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
