import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Stands beside the title: what everybody must know of what is shown. */
  readonly mark?: ReactNode;
  readonly children?: ReactNode;
}

export function PageHead({ title, lead, mark, children }: Props) {
  return (
    <header className="page-head">
      <div>
        <div className="page-title">
          <h1>{title}</h1>
          {mark}
        </div>
        {lead !== undefined && <p className="lead">{lead}</p>}
      </div>
      {children}
    </header>
  );
}
