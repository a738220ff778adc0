import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState, type FormEvent } from 'react';

import { downloadMutation } from '../lib/api/download.js';
import { accessWords } from '../lib/text/access.js';
import { defineText, useText } from '../lib/text/define-text.js';
import { Dialog } from './dialog.js';
import { isPurpose, PurposeField } from './purpose-field.js';
import { Trouble } from './states.js';

const exportText = defineText(
  {
    columns: 'Cột trong bảng',
    allColumns: 'Chọn hết',
    noColumn: 'Chọn ít nhất một cột.',
    download: 'Tải .xlsx',
    refused: 'Chưa tải được',
    protected: 'được bảo vệ',
    opens: 'Cột được bảo vệ mở thông tin của mọi người trong bảng; nhật ký ghi từng cột.',
    stamp: 'Trên bảng có ghi ai tải, lúc nào và để làm gì.',
  },
  {
    columns: 'Columns of the sheet',
    allColumns: 'All of them',
    noColumn: 'Choose at least one column.',
    download: 'Download .xlsx',
    refused: 'Not downloaded',
    protected: 'protected',
    opens: 'A protected column opens it for everybody in the sheet; the trail names each.',
    stamp: 'The workbook says who downloaded it, when and what for.',
  },
);

export interface Column {
  readonly key: string;
  /** As it stands in the workbook, which is Vietnamese. */
  readonly label: string;
  /** Chosen unless the reader says otherwise. */
  readonly default: boolean;
  readonly allowed: boolean;
  /** Choosing it opens protected fields. */
  readonly classes: readonly string[];
}

interface Props {
  readonly title: string;
  /** Empty where the workbook has no choice of columns. */
  readonly columns: readonly Column[];
  /** Where the workbook is made; purpose and columns go in the body, since addresses are kept. */
  readonly address: string;
  readonly onClose: () => void;
}

/** Before a workbook leaves the house: what is in it, and what for. */
export function ExportDialog({ title, columns, address, onClose }: Props) {
  const t = useText(exportText);
  const a = useText(accessWords);
  const fetchFile = useMutation(downloadMutation());
  const [chosen, setChosen] = useState(() => keysOf(columns.filter((column) => column.default)));
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const hasColumns = columns.length === 0 || chosen.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!hasColumns || !isPurpose(purpose)) return;
    const chosenColumns = columns.length === 0 ? {} : { columns: chosen };
    const body = { purpose: purpose.trim(), ...chosenColumns };
    fetchFile.mutate({ path: address, body }, { onSuccess: onClose });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <PurposeField value={purpose} onChange={setPurpose} tried={tried} />
        {columns.length > 0 && (
          <ColumnChoice columns={columns} chosen={chosen} onChange={setChosen} />
        )}
        {!hasColumns && (
          <p className="wrong" role="alert">
            {t.noColumn}
          </p>
        )}
        <p className="sub">{t.stamp}</p>
        {fetchFile.error && <Trouble error={fetchFile.error} title={t.refused} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{a.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={fetchFile.isPending}>
            {t.download}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly columns: readonly Column[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

function ColumnChoice({ columns, chosen, onChange }: ChoiceProps) {
  const t = useText(exportText);
  const allowed = columns.filter((column) => column.allowed);
  const opensSome = columns.some(({ key, classes }) => classes.length > 0 && chosen.includes(key));
  // In the order of the sheet, whatever the order of the clicks.
  const toggle = (key: string, on: boolean) =>
    onChange(keysOf(columns).filter((each) => (each === key ? on : chosen.includes(each))));
  return (
    <fieldset className="columns">
      <legend>{t.columns}</legend>
      <Checkbox
        checked={chosen.length === allowed.length}
        indeterminate={chosen.length > 0 && chosen.length < allowed.length}
        onChange={({ target }) => onChange(target.checked ? keysOf(allowed) : [])}
      >
        {t.allColumns}
      </Checkbox>
      <div className="columns-list">
        {columns.map((column) => (
          <Checkbox
            key={column.key}
            disabled={!column.allowed}
            checked={chosen.includes(column.key)}
            onChange={({ target }) => toggle(column.key, target.checked)}
          >
            <span lang="vi">{column.label}</span>
            {column.classes.length > 0 && <span className="sub"> · {t.protected}</span>}
          </Checkbox>
        ))}
      </div>
      {opensSome && <p className="short-text">{t.opens}</p>}
    </fieldset>
  );
}

function keysOf(columns: readonly Column[]): string[] {
  return columns.map(({ key }) => key);
}
