import { Button } from 'antd';

import { accessWords } from '../lib/text/access.js';
import { useText } from '../lib/text/define-text.js';
import { Dialog } from './dialog.js';
import { Trouble } from './states.js';

interface Props {
  readonly title: string;
  /** What will happen. */
  readonly about: string;
  readonly yes: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once more before something that hurts. */
export function Confirm({ title, about, yes, busy, error, onYes, onNo }: Props) {
  const t = useText(accessWords);
  return (
    <Dialog title={title} onClose={onNo}>
      <p>{about}</p>
      {error && <Trouble error={error} />}
      <div className="dialog-foot">
        <Button onClick={onNo} disabled={busy}>
          {t.cancel}
        </Button>
        <Button danger type="primary" loading={busy} onClick={onYes}>
          {yes}
        </Button>
      </div>
    </Dialog>
  );
}
