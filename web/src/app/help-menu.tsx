import { lazy, Suspense, useState } from 'react';

import { SidePanel } from '../components/side-panel.js';
import { Waiting } from '../components/states.js';
import { useText } from '../lib/text/define-text.js';
import { tourText } from './tour.text.js';

const HelpPanel = lazy(async () => ({ default: (await import('./help-panel.js')).HelpPanel }));

/** Help from every view: the tour again, and all terms. */
export function HelpMenu() {
  const t = useText(tourText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="help-menu"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={t.help}
        title={t.help}
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      <SidePanel open={open} title={t.helpTitle} onClose={() => setOpen(false)} narrow>
        <Suspense fallback={<Waiting rows={3} />}>
          <HelpPanel onClose={() => setOpen(false)} />
        </Suspense>
      </SidePanel>
    </>
  );
}
