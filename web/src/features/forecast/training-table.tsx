import { useQuery } from '@tanstack/react-query';

import { useFailedTests } from '../../components/person-tags.js';
import { Answered, Nothing } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { trainingQuery } from '../../lib/api/forecast.js';
import type { BlockCode, TrainingLine } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { forecastText } from './forecast.text.js';

/** So many lines are shown; the most useful stand first. */
const SHOWN = 100;

interface Props {
  readonly at: At;
  readonly block: BlockCode | null;
}

/** Who fits after what, and the seats it would fill. */
export function TrainingTable({ at, block }: Props) {
  const t = useText(forecastText);
  const format = useFormat();
  const query = useQuery(trainingQuery(at, block));
  return (
    <section className="card">
      <h2>{t.training}</h2>
      <p className="sub">{t.trainingAbout}</p>
      <Answered query={query} rows={8}>
        {(lines) =>
          lines.length === 0 ? (
            <Nothing>{t.noTraining}</Nothing>
          ) : (
            <>
              <Lines lines={lines.slice(0, SHOWN)} />
              {lines.length > SHOWN && (
                <p className="sub">{t.more(format.number(lines.length - SHOWN))}</p>
              )}
            </>
          )
        }
      </Answered>
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly TrainingLine[] }) {
  const t = useText(forecastText);
  const w = useText(words);
  const format = useFormat();
  const failedTests = useFailedTests();
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={t.training}>
      <table className="list">
        <thead>
          <tr>
            <th>{w.commune}</th>
            <th>{w.position}</th>
            <th>{t.lacks}</th>
            <th className="num">{w.people}</th>
            <th className="num">{t.seatsFilled}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.unitCode} ${line.positionCode} ${line.failedTests.join(' ')}`}>
              <th scope="row">
                {line.communeName}
                {line.unitName !== line.communeName && <div className="sub">{line.unitName}</div>}
              </th>
              <td>{line.positionName}</td>
              <td>{failedTests(line.failedTests)}</td>
              <td className="num">{format.number(line.people)}</td>
              <td className="num">{format.number(line.seatsFilled)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
