import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';

import { Answered, Trouble } from '../../../components/states.js';
import { importColumnsQuery } from '../../../lib/api/import-rows.js';
import { chooseColumnsMutation } from '../../../lib/api/repair-roster.js';
import type { Batch, BatchColumns, SheetTable } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { type Choices, ColumnTable } from './column-table.js';
import { repairText } from './repair.text.js';

/** As many tables as are looked at one after another; of more only those that ask for it stand open. */
const FEW = 3;

function hasUnknown({ columns }: SheetTable): boolean {
  return columns.some(({ label, field }) => label !== '' && field === null);
}

/** What the columns were taken for, and saying otherwise. */
export function ColumnsSection({ batch }: { readonly batch: Batch }) {
  const t = useText(repairText);
  const query = useQuery(importColumnsQuery(batch.id));
  return (
    <section className="card" aria-label={t.columnsPart}>
      <p className="lead">{t.columnsLead}</p>
      <Answered query={query}>
        {(columns) => <ColumnsForm batch={batch} columns={columns} />}
      </Answered>
    </section>
  );
}

function ColumnsForm({
  batch,
  columns,
}: {
  readonly batch: Batch;
  readonly columns: BatchColumns;
}) {
  const t = useText(repairText);
  const { number } = useFormat();
  const save = useMutation(chooseColumnsMutation(useQueryClient(), batch.id));
  const [choices, setChoices] = useState<Choices>(new Map());
  const tables = columns.sheets.flatMap(({ file, sheet, state, tables: own }) =>
    own.map((table) => ({ file, sheet, state, table })),
  );
  const send = () =>
    save.mutate(
      [...choices].map(([label, field]) => ({ label, field })),
      { onSuccess: () => setChoices(new Map()) },
    );
  if (tables.length === 0) return <p className="sub">{t.noColumns}</p>;
  const editable = batch.state !== 'promoted';
  return (
    <>
      {!editable && <p className="sub">{t.locked}</p>}
      {tables.map((each) => (
        <ColumnTable
          key={`${each.file}|${each.sheet}|${each.table.headerRow}`}
          {...each}
          open={tables.length <= FEW || hasUnknown(each.table)}
          fields={columns.fields}
          choices={choices}
          editable={editable && !save.isPending}
          onChoose={(label, field) => setChoices(new Map(choices).set(label, field))}
        />
      ))}
      {save.error && <Trouble error={save.error} title={t.columnsNotSaved} />}
      {save.isSuccess && choices.size === 0 && (
        <Alert type="success" showIcon title={t.columnsSaved(number(batch.errors))} />
      )}
      {editable && (
        <Button
          type="primary"
          disabled={choices.size === 0}
          loading={save.isPending}
          onClick={send}
        >
          {save.isPending ? t.savingColumns : t.saveColumns}
        </Button>
      )}
    </>
  );
}
