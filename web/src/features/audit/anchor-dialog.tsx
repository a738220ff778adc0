import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';

import { Dialog } from '../../components/dialog.js';
import { Answered } from '../../components/states.js';
import type { Anchor } from '../../lib/api/shapes.js';
import { anchorQuery } from '../../lib/api/audit.js';
import { useFormat } from '../../lib/format.js';
import { common } from '../../lib/text/common.js';
import { useText } from '../../lib/text/define-text.js';
import { sealText } from './seal.text.js';

/** The mark of the chain as a sheet of paper, to be signed by two people and kept away from the machine. */
export function AnchorDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(sealText);
  const c = useText(common);
  const anchor = useQuery(anchorQuery());
  return (
    <Dialog title={t.anchorTitle} onClose={onClose}>
      <Answered query={anchor} rows={4}>
        {(found) => <Paper anchor={found} />}
      </Answered>
      <div className="dialog-foot">
        <Button onClick={onClose}>{c.close}</Button>
        <Button type="primary" data-first disabled={!anchor.data} onClick={() => window.print()}>
          {t.print}
        </Button>
      </div>
    </Dialog>
  );
}

function Paper({ anchor }: { readonly anchor: Anchor }) {
  const t = useText(sealText);
  const { number, day } = useFormat();
  return (
    <article className="anchor-paper">
      <h3>{t.paperTitle}</h3>
      <p>{t.anchorOf(day(anchor.day), number(anchor.number))}</p>
      <p className="anchor-mark">
        <code>
          {anchor.entryId}:{anchor.seal}
        </code>
      </p>
      <p>{t.paperAbout}</p>
      <dl className="anchor-signatures">
        <dt>{t.printedBy}</dt>
        <dt>{t.witnessedBy}</dt>
      </dl>
    </article>
  );
}
