import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { ExportDialog } from '../../components/export-dialog.js';
import { TextField } from '../../components/text-field.js';
import { unitsQuery } from '../../lib/api/units.js';
import { parseDay, useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { rosterText } from './roster.text.js';

interface Props {
  /** The day whose people stand in it to begin with, ISO. */
  readonly day: string;
}

/** The roster to be filled in, with the people of a unit in it. */
export function TemplateCard({ day }: Props) {
  const t = useText(rosterText);
  const format = useFormat();
  const [typed, setTyped] = useState(format.day(day));
  const [unit, setUnit] = useState('');
  const [asking, setAsking] = useState(false);
  const on = parseDay(typed);
  const units = useQuery({ ...unitsQuery(on ?? day), enabled: on !== null }).data ?? [];
  if (!useMay()('report.export')) return null;
  const options = units.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <section className="card send-form">
      <h2>{t.template}</h2>
      <p className="sub">{t.templateAbout}</p>
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
          columns={[]}
          address={`/api/reports/template.xlsx?on=${on}${unit && `&unit=${unit}`}`}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
