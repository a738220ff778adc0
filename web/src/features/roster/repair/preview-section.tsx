import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';

import { ExportDialog } from '../../../components/export-dialog.js';
import { Pages } from '../../../components/pages.js';
import { Said } from '../../../components/said.js';
import { Answered, Nothing, Trouble } from '../../../components/states.js';
import { previewQuery } from '../../../lib/api/preview.js';
import { checkAgainMutation } from '../../../lib/api/repair-roster.js';
import type { Batch, Preview } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { pageOf } from '../../../lib/page.js';
import { useQueryParams } from '../../../lib/query-params.js';
import { useText } from '../../../lib/text/define-text.js';
import { ChangeList } from './change-list.js';
import { Promote } from './promote.js';
import { promotionText } from './promotion.text.js';

const PAGE = 50;
const STATES = ['added', 'changed', 'unchanged'] as const;

/** Everything that promotion would change, and the one step that does it. */
export function PreviewSection({ batch }: { readonly batch: Batch }) {
  const t = useText(promotionText);
  const { number } = useFormat();
  const params = useQueryParams();
  if (batch.errors > 0) {
    return (
      <section className="card">
        <Alert type="warning" showIcon title={t.hasErrors(number(batch.errors))} />
        <Button
          type="primary"
          onClick={() => params.set({ part: null, severity: 'error', change: null, page: null })}
        >
          {t.toErrors}
        </Button>
      </section>
    );
  }
  return <AskedPreview batch={batch} />;
}

function AskedPreview({ batch }: { readonly batch: Batch }) {
  const t = useText(promotionText);
  const params = useQueryParams();
  const state = STATES.find((each) => each === params.get('change')) ?? null;
  const offset = (pageOf(params.get) - 1) * PAGE;
  const query = useQuery(previewQuery(batch.id, state, offset, PAGE));
  return (
    <section className="card preview">
      <p className="lead">{t.lead}</p>
      <Answered query={query}>
        {(preview) => (
          <>
            <Promote batch={batch} preview={preview} />
            <Left batch={batch} />
            <ComeUp batch={batch} preview={preview} />
            <KeptList preview={preview} />
            <StateChoice preview={preview} state={state} />
            <Workbook batch={batch} />
            {preview.items.length === 0 ? (
              <Nothing>{t.noChanges}</Nothing>
            ) : (
              <ChangeList items={preview.items} />
            )}
            <div className="list-foot">
              <Pages total={preview.total} pageSize={PAGE} />
            </div>
            <MissingList preview={preview} />
          </>
        )}
      </Answered>
    </section>
  );
}

function Workbook({ batch }: { readonly batch: Batch }) {
  const t = useText(promotionText);
  const [asked, setAsked] = useState(false);
  return (
    <p className="sub">
      <button type="button" className="link-button" onClick={() => setAsked(true)}>
        {t.workbook}
      </button>
      {asked && (
        <ExportDialog
          title={t.workbook}
          columns={[]}
          address={`/api/imports/${batch.id}/preview.xlsx`}
          onClose={() => setAsked(false)}
        />
      )}
    </p>
  );
}

function Left({ batch: { setAside, held } }: { readonly batch: Batch }) {
  const t = useText(promotionText);
  const { number } = useFormat();
  return setAside + held === 0 ? null : <p>{t.left(number(setAside), number(held))}</p>;
}

interface Props {
  readonly batch: Batch;
  readonly preview: Preview;
}

function ComeUp({ batch, preview }: Props) {
  const t = useText(promotionText);
  const check = useMutation(checkAgainMutation(useQueryClient(), batch.id));
  if (preview.questions.length === 0) return null;
  return (
    <div className="come-up">
      <p>{t.comeUp}</p>
      <ul>
        {preview.questions.map(({ question, text }, index) => (
          <li key={`${question}-${index}`}>{text}</li>
        ))}
      </ul>
      {check.error && <Trouble error={check.error} />}
      <Button loading={check.isPending} onClick={() => check.mutate(undefined)}>
        {t.checkAgain}
      </Button>
    </div>
  );
}

interface StateProps {
  readonly preview: Preview;
  readonly state: (typeof STATES)[number] | null;
}

function StateChoice({ preview, state }: StateProps) {
  const t = useText(promotionText);
  const { number } = useFormat();
  const params = useQueryParams();
  return (
    <Segmented
      value={state ?? 'all'}
      options={[
        { value: 'all', label: t.everything },
        ...STATES.map((each) => ({
          value: each,
          label: t.counted(t[`state.${each}`], number(preview[each])),
        })),
      ]}
      onChange={(value) => params.set({ change: value === 'all' ? null : value, page: null })}
    />
  );
}

/** Edits of the registry that the files do not undo: told before anything is written. */
function KeptList({ preview: { kept } }: { readonly preview: Preview }) {
  const t = useText(promotionText);
  const { number } = useFormat();
  if (kept.length === 0) return null;
  return (
    <details className="missing">
      <summary>{t.kept(number(kept.length))}</summary>
      <p className="sub">{t.keptAbout}</p>
      <ul>
        {kept.map(({ sheet, row, message }, index) => (
          <li key={`${sheet}-${row}-${index}`}>
            <Said text={message} /> <span className="sub">{t.rowAt(sheet, String(row))}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function MissingList({ preview: { missing } }: { readonly preview: Preview }) {
  const t = useText(promotionText);
  const { number } = useFormat();
  if (missing.length === 0) return <p className="sub">{t.noneMissing}</p>;
  return (
    <details className="missing">
      <summary>{t.missing(number(missing.length))}</summary>
      <p className="sub">{t.missingAbout}</p>
      <ul>
        {missing.map(({ subject, where }, index) => (
          <li key={`${subject}-${index}`}>
            {subject} <span className="sub">{where}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
