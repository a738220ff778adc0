import { useState } from 'react';

import { ExportDialog } from './export-dialog.js';

interface Props {
  /** What the workbook is called. */
  readonly title: string;
  /** Where it is made. */
  readonly address: string;
}

/** Offers a list as a workbook of Excel. */
export function TakeList({ title, address }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button type="button" className="link-button" onClick={() => setAsked(true)}>
        {title}
      </button>
      {asked && (
        <ExportDialog
          title={title}
          columns={[]}
          address={address}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
