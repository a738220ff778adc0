import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';

import { AddressField } from '../../components/address-field.js';
import { Choice } from '../../components/choice.js';
import { ExportDialog } from '../../components/export-dialog.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { Terms } from '../../components/terms.js';
import { lawKeysQuery, parametersQuery } from '../../lib/api/law.js';
import type { LawKey, LawParameter } from '../../lib/api/shapes.js';
import { today } from '../../lib/day.js';
import { parseDay, useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { DraftList } from './draft-list.js';
import './law.css';
import { isState, linesOf, shownLines, STATES } from './law-lines.js';
import { LawTabs } from './law-tabs.js';
import { LawTable } from './law-table.js';
import { lawText } from './law.text.js';
import { ParameterPanel } from './parameter-panel.js';

/** The law as dated data: what is in force on a day, what is only assumed, and how it came to be. */
export function LawView() {
  const t = useText(lawText);
  return (
    <>
      <LawTabs />
      <PageHead title={t.title} lead={t.lead} />
      <Terms of={['parameter', 'assumption', 'norm', 'grace', 'noGo', 'secondment']} />
      <Parameters />
    </>
  );
}

function Parameters() {
  const params = useQueryParams();
  const on = params.get('on') ?? today();
  const keys = useQuery(lawKeysQuery());
  const parameters = useQuery(parametersQuery(on));
  const may = useMay();
  return (
    <>
      <DayField on={on} />
      {may('law.write') && may('report.export') && <TakeWorkbook on={on} />}
      <Answered query={keys}>
        {(known) => (
          <Answered query={parameters} rows={12}>
            {(rows) => <Lines keys={known} rows={rows} on={on} />}
          </Answered>
        )}
      </Answered>
      {may('law.write') && <DraftList />}
    </>
  );
}

/** All that is in force, to be read, or corrected and sent again. */
function TakeWorkbook({ on }: { readonly on: string }) {
  const t = useText(lawText);
  const [asking, setAsking] = useState(false);
  return (
    <p className="law-workbook">
      <Button onClick={() => setAsking(true)}>{t.workbook}…</Button>
      <span className="sub">{t.workbookBack}</span>
      {asking && (
        <ExportDialog
          title={t.workbookTitle}
          columns={[]}
          address={`/api/reports/sheet.xlsx?kind=parameters&on=${on}`}
          onClose={() => setAsking(false)}
        />
      )}
    </p>
  );
}

function DayField({ on }: { readonly on: string }) {
  const t = useText(lawText);
  const params = useQueryParams();
  const { day } = useFormat();
  const [typed, setTyped] = useState(day(on));
  const parsed = parseDay(typed);
  return (
    <div className="law-day">
      <TextField
        label={t.on}
        value={typed}
        placeholder={t.onHint}
        wrong={parsed === null ? t.onWrong : null}
        onChange={(text) => {
          setTyped(text);
          const iso = parseDay(text);
          if (iso !== null) params.set({ on: iso, page: null });
        }}
      />
    </div>
  );
}

interface LinesProps {
  readonly keys: readonly LawKey[];
  readonly rows: readonly LawParameter[];
  readonly on: string;
}

function Lines({ keys, rows, on }: LinesProps) {
  const t = useText(lawText);
  const params = useQueryParams();
  const { number } = useFormat();
  const lines = linesOf(keys, rows);
  const state = params.get('state');
  const filter = {
    pack: params.get('pack'),
    state: isState(state) ? state : 'all',
    search: params.get('search') ?? '',
  };
  const shown = shownLines(lines, filter);
  const waiting = shownLines(lines, { ...filter, pack: null, search: '', state: 'assumed' }).length;
  const open = keys.find(({ key }) => key === params.get('key'));
  const packs = [...new Set(keys.map(({ pack }) => pack))];
  return (
    <>
      {waiting > 0 && (
        <Alert
          className="law-waiting"
          type="warning"
          showIcon
          title={t.waiting(number(waiting))}
          action={
            <button
              type="button"
              className="link-button"
              onClick={() => params.set({ state: 'assumed', pack: null, search: null, page: null })}
            >
              {t.showWaiting}
            </button>
          }
        />
      )}
      <div className="filters">
        <Choice
          label={t.group}
          value={filter.pack ?? ''}
          options={[
            { value: '', label: t.allGroups },
            ...packs.map((pack) => ({ value: pack, label: wordFor(t, 'pack', pack) })),
          ]}
          onChange={(pack) => params.set({ pack: pack || null, page: null })}
        />
        <Choice
          label={t.state}
          value={filter.state}
          options={STATES.map((each) => ({ value: each, label: t[`state.${each}`] }))}
          onChange={(each) => params.set({ state: each === 'all' ? null : each, page: null })}
        />
        <AddressField name="search" label={t.search} placeholder={t.searchHint} />
      </div>
      <LawTable lines={shown} />
      {open && <ParameterPanel known={open} on={on} onClose={() => params.set({ key: null })} />}
    </>
  );
}
