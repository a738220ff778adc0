import { useEffect, useRef, type ReactNode } from 'react';

import { openModal } from '../lib/open-modal.js';
import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';
import { NetworkNote } from './network-note.js';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A panel from the right, over the page. The browser's own modal dialog holds the focus and closes on Escape. */
export function SidePanel({ open, title, subtitle, onClose, narrow, children }: Props) {
  const t = useText(common);
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => (open ? openModal(ref.current) : undefined), [open]);
  if (!open) return null;
  return (
    <dialog
      ref={ref}
      className={narrow ? 'panel panel--narrow' : 'panel'}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="panel-sheet">
        <header className="panel-head">
          <div>
            <h2>{title}</h2>
            {subtitle !== undefined && <div className="sub">{subtitle}</div>}
          </div>
          <button type="button" className="close" aria-label={t.close} onClick={onClose}>
            ×
          </button>
        </header>
        <div className="panel-body">
          <NetworkNote />
          {children}
        </div>
      </div>
    </dialog>
  );
}
