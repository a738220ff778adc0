import { useId, useRef, useState, type KeyboardEvent } from 'react';

import { useText } from '../../../lib/text/define-text.js';
import { repairText } from './repair.text.js';

/** Where the reader goes on after a cell: the key that ended it. */
export type Onward = 'down' | 'right' | 'left' | 'stay';

interface Props {
  readonly label: string;
  readonly start: string;
  readonly masked: boolean;
  /** Whether equal cells can be changed with it. */
  readonly hasAlike: boolean;
  readonly onSave: (text: string, onward: Onward) => void;
  readonly onAlike: (text: string) => void;
  readonly onDrop: () => void;
}

/** A cell being typed anew, in its place. Leaving it saves it; Escape drops it. */
export function CellEditor({ label, start, masked, hasAlike, onSave, onAlike, onDrop }: Props) {
  const t = useText(repairText);
  const id = useId();
  const [text, setText] = useState(start);
  const ended = useRef(false);
  const end = (work: () => void) => {
    if (ended.current) return;
    ended.current = true;
    work();
  };
  const alike = () => end(() => onAlike(text));
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    // A key that only ends the composing of a letter.
    if (event.nativeEvent.isComposing) return;
    const onward = onwardOf(event);
    if (event.key !== 'Escape' && onward === null) return;
    event.preventDefault();
    if (event.key === 'Escape') end(onDrop);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && hasAlike) alike();
    else end(() => onSave(text, onward ?? 'stay'));
  };
  return (
    <div className="cell-editor">
      <input
        autoFocus
        aria-label={label}
        aria-describedby={id}
        value={text}
        maxLength={2000}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKey}
        onBlur={() => end(() => onSave(text, 'stay'))}
      />
      <div className="cell-editor-keys" id={id}>
        {masked && <p>{t.maskedHint}</p>}
        {hasAlike ? t.alikeKey : t.keysEdit}
        {hasAlike && (
          // Pressed before the input loses the focus, which would save the one cell.
          <button
            type="button"
            className="link-button"
            tabIndex={-1}
            onPointerDown={(event) => {
              event.preventDefault();
              alike();
            }}
          >
            {t.alike}
          </button>
        )}
      </div>
    </div>
  );
}

function onwardOf({ key, shiftKey }: KeyboardEvent): Onward | null {
  if (key === 'Enter') return 'down';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  return null;
}
