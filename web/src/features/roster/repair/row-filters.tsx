import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';

import { Choice } from '../../../components/choice.js';
import { Filters } from '../../../components/filters.js';
import { issueCodesQuery } from '../../../lib/api/import-issues.js';
import type { Batch } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useQueryParams } from '../../../lib/query-params.js';
import { common } from '../../../lib/text/common.js';
import { useText } from '../../../lib/text/define-text.js';
import { words } from '../../../lib/text/words.js';
import { issueKinds, kindName } from './issue-kind.text.js';
import { repairText } from './repair.text.js';
import { isNumberLike, ROW_FILTERS } from './row-filter.js';

const SEVERITIES = ['error', 'warning', 'note'] as const;
const STATES = {
  staged: ['staged', 'held', 'set-aside'],
  promoted: ['added', 'changed', 'unchanged', 'held', 'set-aside'],
} as const;

/** Which rows of a batch are shown: by severity, kind of issue, state and words. */
export function RowFilters({ batch }: { readonly batch: Batch }) {
  const c = useText(common);
  const params = useQueryParams();
  const active = ['severity', 'code', 'state', 'text'].filter((name) => params.get(name) !== null);
  return (
    <Filters
      active={active.filter((name) => name !== 'severity').length}
      first={<SeverityChoice batch={batch} />}
    >
      <KindChoice batch={batch} />
      <StateChoice batch={batch} />
      <SearchBox />
      {active.length > 0 && (
        <Button onClick={() => params.set(ROW_FILTERS)}>{c.clearFilters}</Button>
      )}
    </Filters>
  );
}

function SeverityChoice({ batch }: { readonly batch: Batch }) {
  const t = useText(repairText);
  const w = useText(words);
  const { number } = useFormat();
  const params = useQueryParams();
  const counts = { error: batch.errors, warning: batch.warnings, note: batch.notes };
  return (
    <Segmented
      aria-label={t.severity}
      value={params.get('severity') ?? 'all'}
      options={[
        { value: 'all', label: t.anyRow },
        ...SEVERITIES.map((each) => ({
          value: each,
          label: `${w[`severity.${each}`]} ${number(counts[each])}`,
        })),
      ]}
      onChange={(value) =>
        params.set({ severity: value === 'all' ? null : value, code: null, page: null })
      }
    />
  );
}

function KindChoice({ batch }: { readonly batch: Batch }) {
  const t = useText(repairText);
  const kinds = useText(issueKinds);
  const { number } = useFormat();
  const params = useQueryParams();
  const severity = params.get('severity');
  const code = params.get('code');
  const found = useQuery(issueCodesQuery(batch.id)).data ?? [];
  const shown = found.filter((each) => severity === null || each.severity === severity);
  const counts = new Map<string, number>();
  for (const each of shown) counts.set(each.code, (counts.get(each.code) ?? 0) + each.count);
  if (code !== null && !counts.has(code)) counts.set(code, 0);
  const options = [...counts].map(([value, count]) => ({
    value,
    label: t.counted(kindName(kinds, value), number(count)),
  }));
  return (
    <Choice
      wide
      searchable
      label={t.kind}
      value={code ?? ''}
      options={[{ value: '', label: t.anyKind }, ...options]}
      onChange={(value) => params.set({ code: value || null, page: null })}
    />
  );
}

function StateChoice({ batch }: { readonly batch: Batch }) {
  const t = useText(repairText);
  const params = useQueryParams();
  const states = batch.state === 'promoted' ? STATES.promoted : STATES.staged;
  return (
    <Choice
      label={t.rowState}
      value={params.get('state') ?? ''}
      options={[
        { value: '', label: t.anyState },
        ...states.map((value) => ({ value, label: t[`rowState.${value}`] })),
      ]}
      onChange={(value) => params.set({ state: value || null, page: null })}
    />
  );
}

const PAUSE_MS = 250;

/** Asks when the typing pauses. A personal number is not asked for: addresses are kept. */
function SearchBox() {
  const t = useText(repairText);
  const id = useId();
  const params = useQueryParams();
  const asked = params.get('text');
  const [typed, setTyped] = useState(asked ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (asked === null) setTyped((now) => (isNumberLike(now) ? now : ''));
  }, [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (text: string) => {
    clearTimeout(timer.current);
    params.set({ text: isNumberLike(text) ? null : text.trim() || null, page: null });
  };
  return (
    <div className="choice">
      <label htmlFor={id}>{t.search}</label>
      <Input
        id={id}
        type="search"
        value={typed}
        maxLength={100}
        placeholder={t.searchHint}
        onChange={({ target }) => {
          setTyped(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => ask(target.value), PAUSE_MS);
        }}
        onPressEnter={() => ask(typed)}
      />
      {isNumberLike(typed) && (
        <p className="wrong" role="alert">
          {t.searchNumber}
        </p>
      )}
    </div>
  );
}
