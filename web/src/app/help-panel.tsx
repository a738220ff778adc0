import { Button } from 'antd';

import { useTerm } from '../components/terms.js';
import { useFormat } from '../lib/format.js';
import { useText } from '../lib/text/define-text.js';
import { TERM_KEYS } from '../lib/text/terms.js';
import { startTour } from './tour-state.js';
import { tourText } from './tour.text.js';

/** The tour again, and every term with its meaning and its source. */
export function HelpPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText(tourText);
  const format = useFormat();
  const told = useTerm();
  const terms = TERM_KEYS.map(told).sort((a, b) => format.byName(a.name, b.name));
  return (
    <>
      <p>
        <Button
          type="primary"
          onClick={() => {
            onClose();
            startTour();
          }}
        >
          {t.again}
        </Button>
      </p>
      <h3>{t.terms}</h3>
      <dl className="term-list">
        {terms.map(({ name, meaning }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
