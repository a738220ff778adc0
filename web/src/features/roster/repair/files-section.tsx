import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';

import { ExportDialog } from '../../../components/export-dialog.js';
import { Answered, Trouble } from '../../../components/states.js';
import { importFilesQuery } from '../../../lib/api/import-files.js';
import { replaceFileMutation } from '../../../lib/api/repair-roster.js';
import type { Batch, BatchFile } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { FileDrop } from '../file-drop.js';
import { filesText } from './files.text.js';

/** The sender's workbooks back with marks, and in again. */
export function FilesSection({ batch }: { readonly batch: Batch }) {
  const t = useText(filesText);
  const query = useQuery(importFilesQuery(batch.id));
  return (
    <>
      <section className="card">
        <p className="lead">{t.markedLead}</p>
        <Answered query={query} rows={3}>
          {(files) =>
            files.length === 0 ? (
              <p className="sub">{t.noFiles}</p>
            ) : (
              <FileTable batch={batch} files={files} />
            )
          }
        </Answered>
      </section>
      <SendAgain batch={batch} />
    </>
  );
}

interface TableProps {
  readonly batch: Batch;
  readonly files: readonly BatchFile[];
}

/** What comes back is told before it is fetched. */
function FileTable({ batch, files }: TableProps) {
  const t = useText(filesText);
  const [asked, setAsked] = useState<BatchFile | null>(null);
  return (
    <>
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.file}</th>
            <th>{t.whatBack}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.id}>
              <td className="file-name">{file.name}</td>
              <td data-label={t.whatBack}>
                {file.copyBecause === null ? (
                  t.ownBack
                ) : (
                  <span className="short-text">△ {t.copyBack(file.copyBecause)}</span>
                )}
              </td>
              <td>
                <Button aria-label={t.takeMarkedOf(file.name)} onClick={() => setAsked(file)}>
                  {t.takeMarked}…
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked && (
        <ExportDialog
          title={t.takeMarkedOf(asked.name)}
          columns={[]}
          address={`/api/imports/${batch.id}/files/${asked.id}/marked`}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function SendAgain({ batch }: { readonly batch: Batch }) {
  const t = useText(filesText);
  const { number } = useFormat();
  const [files, setFiles] = useState<readonly File[]>([]);
  const replace = useMutation(replaceFileMutation(useQueryClient(), batch.id));
  const [file] = files;
  const done = replace.data;
  if (batch.state === 'promoted') return <p className="sub">{t.locked}</p>;
  return (
    <section className="card send-again">
      <h2>{t.sendAgain}</h2>
      <p className="sub">{t.sendAgainAbout}</p>
      <FileDrop files={files} onChange={(next) => setFiles(next.slice(-1))} />
      {replace.error && <Trouble error={replace.error} title={t.refused} />}
      {done && files.length === 0 && (
        <Alert type="success" showIcon title={t.received(number(done.rows), number(done.errors))} />
      )}
      <Button
        type="primary"
        disabled={file === undefined}
        loading={replace.isPending}
        onClick={() => file && replace.mutate(file, { onSuccess: () => setFiles([]) })}
      >
        {replace.isPending ? t.sending : t.send}
      </Button>
    </section>
  );
}
