import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';

import { Help } from '../../components/help.js';
import { Answered } from '../../components/states.js';
import type { TrailState } from '../../lib/api/shapes.js';
import { trailStateQuery } from '../../lib/api/audit.js';
import { useFormat } from '../../lib/format.js';
import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { sealText } from './seal.text.js';

/** How far the trail is sealed, and when its mark was last taken outside. */
export function TrailStateStrip() {
  const t = useText(sealText);
  return (
    <Answered query={useQuery(trailStateQuery())} rows={1}>
      {(state) => (
        <>
          {state.sealer !== 'sealing' && (
            <Alert type="warning" showIcon title={t[`sealer.${state.sealer}`]} />
          )}
          <Figures state={state} />
        </>
      )}
    </Answered>
  );
}

function Figures({ state }: { readonly state: TrailState }) {
  const t = useText(sealText);
  const a = useText(accessWords);
  const { number, day } = useFormat();
  const { oldestUnsealedSeconds: oldest, lastAnchor } = state;
  return (
    <dl className="counts trail-state">
      <div>
        <dt>{t.entries}</dt>
        <dd>{number(state.entries)}</dd>
      </div>
      <div>
        <dt>
          {t.sealedCount} <Help term={t.sealedCount} meaning={t.sealHelp} />
        </dt>
        <dd>{number(state.sealed)}</dd>
      </div>
      <div>
        <dt>{t.unsealedCount}</dt>
        <dd>
          {number(state.unsealed)}{' '}
          {oldest !== null && state.unsealed > 0 && (
            <span className="sub">{t.oldest(waitOf(a, oldest))}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>
          {t.lastAnchor} <Help term={t.lastAnchor} meaning={t.anchorHelp} />
        </dt>
        <dd>{lastAnchor === null ? t.noAnchor : day(lastAnchor.day)}</dd>
      </div>
    </dl>
  );
}

interface Waits {
  readonly minutes: (n: number) => string;
  readonly seconds: (n: number) => string;
}

function waitOf(t: Waits, seconds: number): string {
  return seconds < 120 ? t.seconds(Math.round(seconds)) : t.minutes(Math.round(seconds / 60));
}
