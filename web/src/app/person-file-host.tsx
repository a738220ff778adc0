import type { ReactNode } from 'react';

import { lazily } from '../components/lazily.js';
import { SidePanel } from '../components/side-panel.js';
import { useQueryParams } from '../lib/query-params.js';
import { useMay } from '../lib/session.js';
import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';

interface PanelProps {
  readonly id: number;
  readonly onClose: () => void;
}

const PersonFilePanel = lazily<PanelProps>(
  'PersonFilePanel',
  async () => (await import('../features/person/person-file.js')).PersonFilePanel,
  { frame: Coming },
);

/** Any list opens a person's file by `file=<id>` in the address. */
export function PersonFileHost() {
  const params = useQueryParams();
  const id = Number(params.get('file'));
  if (!useMay()('people.read') || !Number.isInteger(id) || id <= 0) return null;
  return <PersonFilePanel key={id} id={id} onClose={() => params.set({ file: null })} />;
}

function Coming({ onClose, children }: PanelProps & { readonly children: ReactNode }) {
  const t = useText(common);
  return (
    <SidePanel open title={t.loading} onClose={onClose}>
      {children}
    </SidePanel>
  );
}
