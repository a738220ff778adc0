import { useQuery } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { useFailedTests } from '../../components/person-tags.js';
import { Answered, Nothing } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { trainingQuery } from '../../lib/api/forecast.js';
import type { BlockCode, TrainingLine } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { forecastText } from './forecast.text.js';

const PAGE = 12;

interface Props {
  readonly at: At;
  readonly block: BlockCode | null;
}

/** Who fits after what, and the seats it would fill; the most useful stand first. */
export function TrainingTable({ at, block }: Props) {
  const t = useText(forecastText);
  const { number } = useFormat();
  const offset = (pageOf(useQueryParams().get, 'training') - 1) * PAGE;
  const query = useQuery(trainingQuery(at, block, { offset, limit: PAGE }));
  return (
    <section className="card">
      <h2>{t.training}</h2>
      <p className="sub">{t.trainingAbout}</p>
      <Answered query={query} rows={8}>
        {({ total, people, seatsFilled, items }) =>
          total === 0 ? (
            <Nothing>{t.noTraining}</Nothing>
          ) : (
            <>
              <p>{t.trainingSum(number(total), number(people), number(seatsFilled))}</p>
              <Lines lines={items} />
              <Pages total={total} pageSize={PAGE} param="training" />
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
    <table className="list stack">
      <thead>
        <tr>
          <th>{w.commune}</th>
          <th>{w.position}</th>
          <th>{t.lacks}</th>
          <th>{t.who}</th>
          <th className="num">{t.seatsFilled}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.unitCode} ${line.positionCode} ${line.failedTests.join(' ')}`}>
            <td>
              <strong>{line.communeName}</strong>
              {line.unitName !== line.communeName && (
                <div className="sub">
                  <Named of={[line.unitName]} />
                </div>
              )}
            </td>
            <td data-label={w.position}>
              <Named of={[line.positionName]} />
            </td>
            <td data-label={t.lacks}>{failedTests(line.failedTests)}</td>
            <td data-label={t.who}>
              <Trainees people={line.people} />
            </td>
            <td className="num" data-label={t.seatsFilled}>
              {format.number(line.seatsFilled)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Trainees({ people }: { readonly people: TrainingLine['people'] }) {
  const w = useText(words);
  const { number } = useFormat();
  return (
    <details>
      <summary>
        {number(people.length)} {w.people.toLocaleLowerCase()}
      </summary>
      <ul className="people">
        {people.map(({ staffId, fullName }) => (
          <li key={staffId}>
            {fullName} <FileLink staffId={staffId} name={fullName} />
          </li>
        ))}
      </ul>
    </details>
  );
}
