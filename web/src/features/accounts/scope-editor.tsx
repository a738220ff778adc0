import { useQuery } from '@tanstack/react-query';
import { Button, TreeSelect } from 'antd';
import { useId, useMemo } from 'react';

import { TextField } from '../../components/text-field.js';
import { configurationQuery } from '../../lib/api/configuration.js';
import { unitsQuery } from '../../lib/api/units.js';
import { dayOfUnits } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { plain } from '../../lib/plain.js';
import { useText } from '../../lib/text/define-text.js';
import { accountsText } from './accounts.text.js';
import { emptyDraft, wishOf, type ScopeDraft } from './scope-draft.js';
import { treeOf, type UnitNode } from './unit-tree.js';

interface Props {
  readonly rows: readonly ScopeDraft[];
  readonly tried: boolean;
  readonly onChange: (rows: ScopeDraft[]) => void;
}

/** Units of an account, each with the days it holds. */
export function ScopeEditor({ rows, tried, onChange }: Props) {
  const t = useText(accountsText);
  const tree = useUnitTree();
  const change = (key: number, changes: Partial<ScopeDraft>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  return (
    <fieldset className="scope-editor">
      <legend>{t.units}</legend>
      <p className="sub">{t.unitsAbout}</p>
      {rows.map((row, index) => (
        <div className="scope-row" key={row.key}>
          <UnitChoice row={row} tree={tree} onChange={(unit) => change(row.key, unit)} />
          <TextField
            numeric
            label={t.from}
            value={row.from}
            placeholder={t.dayHint}
            onChange={(from) => change(row.key, { from })}
          />
          <TextField
            numeric
            label={t.to}
            value={row.to}
            placeholder={t.dayHint}
            onChange={(to) => change(row.key, { to })}
          />
          <button
            type="button"
            className="close"
            aria-label={t.removeUnit(index + 1)}
            onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
          >
            ×
          </button>
          {tried && wishOf(row) === null && (
            <p className="wrong" role="alert">
              {t.unitWrong}
            </p>
          )}
        </div>
      ))}
      <Button
        onClick={() => onChange([...rows, emptyDraft(new Date().toISOString().slice(0, 10))])}
      >
        {t.addUnit}
      </Button>
    </fieldset>
  );
}

/** Names of units are longer than the field. */
const TREE_WIDTH_PX = 340;

interface UnitChoiceProps {
  readonly row: ScopeDraft;
  readonly tree: readonly UnitNode[];
  readonly onChange: (unit: { unitCode: string; unitName: string | null }) => void;
}

function UnitChoice({ row, tree, onChange }: UnitChoiceProps) {
  const t = useText(accountsText);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t.unit}</label>
      <TreeSelect
        id={id}
        // An unknown unit keeps the name that the account has it by.
        value={row.unitCode === '' ? null : { value: row.unitCode, label: row.unitName }}
        labelInValue
        popupMatchSelectWidth={TREE_WIDTH_PX}
        showSearch={{
          filterTreeNode: (typed, node) =>
            plain(typeof node.title === 'string' ? node.title : '').includes(plain(typed)),
        }}
        treeData={[...tree]}
        placeholder={t.unitHint}
        treeDefaultExpandedKeys={tree.map(({ value }) => value)}
        onChange={(unit) => {
          const label = typeof unit?.label === 'string' ? unit.label : null;
          onChange({ unitCode: unit?.value ?? '', unitName: label });
        }}
      />
    </div>
  );
}

function useUnitTree(): readonly UnitNode[] {
  const { byName } = useFormat();
  const { data: configuration } = useQuery(configurationQuery());
  const on = configuration ? dayOfUnits(configuration) : '';
  const { data: units } = useQuery({ ...unitsQuery(on), enabled: on !== '' });
  return useMemo(() => treeOf(units ?? [], byName), [units, byName]);
}
