import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';

import { Named } from '../../components/named.js';
import { FitTag } from '../../components/person-tags.js';
import { Said } from '../../components/said.js';
import { Answered } from '../../components/states.js';
import { whySeatQuery } from '../../lib/api/answers.js';
import type { Position } from '../../lib/api/shapes.js';
import { common } from '../../lib/text/common.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { boardText } from './board.text.js';
import { LEAVE, useBoard, type Target } from './carry.js';
import { nameOf } from './division-columns.js';

const MOST = 5;

interface Props {
  readonly runId: number;
  readonly commune: string;
  readonly positions: readonly Position[];
  readonly looked: Target | null;
}

/** While nobody is carried: how it goes, and who could take the seat that is looked at. */
export function IdleDock({ runId, commune, positions, looked }: Props) {
  const t = useText(boardText);
  const c = useText(common);
  const { language } = useLanguage();
  const { look } = useBoard();
  const isSeat = looked !== null && looked !== LEAVE;
  return (
    <section className={isSeat ? 'dock is-looking' : 'dock'} aria-label={t.dock}>
      {isSeat ? (
        <>
          <div className="dock-head">
            <h2>
              {nameOf(
                positions.find(({ code }) => code === looked),
                looked,
                language,
              )}
            </h2>
            <button type="button" className="close" aria-label={c.close} onClick={() => look(null)}>
              ×
            </button>
          </div>
          <h3>{t.whoCould}</h3>
          <Fillers runId={runId} commune={commune} position={looked} />
        </>
      ) : (
        <p className="sub">{t.keys}</p>
      )}
    </section>
  );
}

interface FillersProps {
  readonly runId: number;
  readonly commune: string;
  readonly position: string;
}

function Fillers({ runId, commune, position }: FillersProps) {
  const t = useText(boardText);
  const { pick, aim } = useBoard();
  const query = useQuery(whySeatQuery(runId, commune, position, MOST));
  return (
    <Answered query={query} rows={4}>
      {({ verdict, qualified, trainees }) => (
        <>
          <p>
            <Said text={verdict} />
          </p>
          {qualified.length + trainees.length === 0 && <p className="sub">{t.nobodyFits}</p>}
          <ol className="fillers">
            {[...qualified, ...trainees].map(({ staffId, fullName, from, fit, summary }) => (
              <li key={staffId}>
                <strong>{fullName}</strong> <FitTag fit={fit} />
                <div className="sub">
                  <Named of={[from.positionName, from.unitName]} />
                </div>
                <div>
                  <Said text={summary} />
                </div>
                <Button
                  size="small"
                  aria-label={t.takeUpOf(fullName)}
                  onClick={() => {
                    pick({ staffId, fullName });
                    aim(position);
                  }}
                >
                  {t.takeUp}
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </Answered>
  );
}
