import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useState, type ReactNode } from 'react';

import { scenariosQuery } from '../lib/api/scenarios.js';
import type { Scenario } from '../lib/api/shapes.js';
import { useMay } from '../lib/session.js';
import { useText } from '../lib/text/define-text.js';
import { MARKS, secrecyText } from '../lib/text/secrecy.js';
import { Dialog } from './dialog.js';
import { lazily } from './lazily.js';

interface DialogProps {
  readonly scenario: Scenario;
  readonly onClose: () => void;
}

// A list to choose from is more script than the first view may have.
const SecrecyDialog = lazily<DialogProps>(
  'SecrecyDialog',
  async () => (await import('./secrecy-dialog.js')).SecrecyDialog,
  { rows: 3, frame: Coming },
);

function Coming({ onClose, children }: DialogProps & { readonly children: ReactNode }) {
  const t = useText(secrecyText);
  return (
    <Dialog title={t.set} onClose={onClose}>
      {children}
    </Dialog>
  );
}

/** The highest mark of the scenarios that are shown, in red; nothing where there is none. */
export function SecrecyTag({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const t = useText(secrecyText);
  const highest = Math.max(
    0,
    ...scenarios.map(({ classification }) => MARKS.indexOf(classification)),
  );
  const mark = MARKS[highest] ?? 'none';
  if (mark === 'none') return null;
  return (
    <Tag className="tag secrecy" title={t.help}>
      {t[mark]}
    </Tag>
  );
}

interface HeadProps {
  /** Which of all scenarios the view shows. */
  readonly pick: (scenarios: readonly Scenario[]) => Scenario | undefined;
  readonly settable?: boolean;
}

/** For the head of a view, which stands there before its scenarios do. */
export function SecrecyHead({ pick, settable }: HeadProps) {
  const scenario = pick(useQuery(scenariosQuery()).data ?? []);
  if (!scenario) return null;
  return (
    <>
      <SecrecyTag scenarios={[scenario]} />
      {settable && <SecrecySetter scenario={scenario} />}
    </>
  );
}

/** Lets whoever may write scenarios set the mark. */
export function SecrecySetter({ scenario }: { readonly scenario: Scenario }) {
  const t = useText(secrecyText);
  const [open, setOpen] = useState(false);
  if (!useMay()('scenario.write')) return null;
  return (
    <>
      <button type="button" className="link-button secrecy-set" onClick={() => setOpen(true)}>
        {t.set}
      </button>
      {open && <SecrecyDialog scenario={scenario} onClose={() => setOpen(false)} />}
    </>
  );
}
