import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { ExportDialog } from '../../components/export-dialog.js';
import { TextField } from '../../components/text-field.js';
import { reportColumnsQuery } from '../../lib/api/report-columns.js';
import type { SheetKind } from '../../lib/api/shapes.js';
import { unitsQuery } from '../../lib/api/units.js';
import { parseDay, useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { rosterText } from './roster.text.js';
import { kindsFor } from './sheet-kinds.js';

interface Props {
  /** The day whose people stand in it to begin with, ISO. */
  readonly day: string;
}

/** The sheets to be filled in, with what the registry has of a unit in them. */
export function TemplateCard({ day }: Props) {
  const t = useText(rosterText);
  const format = useFormat();
  const [typed, setTyped] = useState(format.day(day));
  const [kind, setKind] = useState<SheetKind>('roster');
  const [unit, setUnit] = useState('');
  const [asking, setAsking] = useState(false);
  const on = parseDay(typed);
  const units = useQuery({ ...unitsQuery(on ?? day), enabled: on !== null }).data ?? [];
  const may = useMay();
  const columns = useQuery(reportColumnsQuery()).data;
  if (!may('report.export')) return null;
  const kinds = kindsFor(may('catalogue.load'));
  const own = columns?.find(({ report }) => report === kind)?.columns ?? [];
  const options = units.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <section className="card send-form">
      <h2>{t.template}</h2>
      <p className="sub">{t.templateAbout}</p>
      <Choice
        wide
        label={t.templateKind}
        value={kind}
        options={kinds.map((value) => ({ value, label: t[`kind.${value}`] }))}
        onChange={(value) => setKind(value as SheetKind)}
      />
      <TextField
        numeric
        label={t.templateDay}
        value={typed}
        onChange={setTyped}
        wrong={on === null ? t.asOfWrong : null}
      />
      <Choice
        wide
        searchable
        label={t.templateUnit}
        value={unit}
        options={[{ value: '', label: t.allUnits }, ...options]}
        onChange={setUnit}
      />
      <Button disabled={on === null} onClick={() => setAsking(true)}>
        {t.takeTemplate}…
      </Button>
      {asking && on !== null && (
        <ExportDialog
          title={t.takeTemplate}
          columns={kind === 'roster' ? [] : own}
          address={addressOf(kind, `on=${on}${unit && `&unit=${unit}`}`)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

function addressOf(kind: SheetKind, query: string): string {
  return kind === 'roster'
    ? `/api/reports/template.xlsx?${query}`
    : `/api/reports/sheet.xlsx?kind=${kind}&${query}`;
}
