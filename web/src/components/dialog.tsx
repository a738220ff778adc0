import { useEffect, useRef, type ReactNode } from 'react';

import { openModal } from '../lib/open-modal.js';
import { NetworkNote } from './network-note.js';
interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question over the page. The browser's own modal dialog holds the focus and closes on Escape. */
export function Dialog({ title, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => openModal(ref.current), []);
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2>{title}</h2>
      <NetworkNote />
      {children}
    </dialog>
  );
}
