import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { ExportDialog } from '../../components/export-dialog.js';
import { Trouble } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { reportColumnsQuery } from '../../lib/api/report-columns.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { gapText } from './gap.text.js';

/** The board of a run or of a day as a workbook, by unit and position. */
export function BoardExport({ at }: { readonly at: At }) {
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
          address={
            'run' in at
              ? `/api/reports/gap.xlsx?run=${at.run}`
              : `/api/reports/gap-on.xlsx?on=${at.on}`
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
