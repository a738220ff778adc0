import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';

import { AddressField } from '../../components/address-field.js';
import { Choice } from '../../components/choice.js';
import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { TakeList } from '../../components/take-list.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import { checkMutation, lettersQuery } from '../../lib/api/letters.js';
import { scenariosQuery } from '../../lib/api/scenarios.js';
import type { Letter, LetterFault } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { TakeLetters } from './take-letters.js';
import { letterText } from './letter.text.js';

const PAGE = 50;
const FAULTS_SHOWN = 20;

/** What was issued, the newest first; one or all to take out. */
export function LetterList() {
  const t = useText(letterText);
  const params = useQueryParams();
  const writes = useMay()('letter.write');
  const scenarios = useQuery(scenariosQuery()).data ?? [];
  const [taken, setTaken] = useState<Letter | null>(null);
  const [zip, setZip] = useState(false);
  const search = params.get('search') ?? '';
  const source = { scenario: numberOf(params.get('of')), movement: null };
  const offset = (pageOf(params.get) - 1) * PAGE;
  const query = useQuery(lettersQuery({ ...source, search, offset, limit: PAGE }));
  // A search that finds none says nothing of the rest, which both take whole.
  const hasSome = (query.data?.total ?? 0) > 0 || search !== '';
  return (
    <section className="card">
      <h2>{t.list}</h2>
      <div className="filters">
        <Choice
          label={t.source}
          value={params.get('of') ?? ''}
          options={[
            { value: '', label: t.allSources },
            ...scenarios
              .filter(({ state }) => state === 'applied' || state === 'approved')
              .map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={(of) => params.set({ of: of || null, page: null })}
        />
        <AddressField name="search" label={t.search} />
        {hasSome && <Button onClick={() => setZip(true)}>{t.downloadAll}</Button>}
      </div>
      {writes && hasSome && <Check source={source} />}
      <Answered query={query} rows={8}>
        {({ total, items }) =>
          total === 0 ? (
            <Nothing>{t.none}</Nothing>
          ) : (
            <>
              <p className="sub">
                <TakeList
                  title={t.listBook}
                  address={bookAddress({ of: source.scenario, search })}
                />
              </p>
              <Letters items={items} onTake={setTaken} />
              <Pages total={total} pageSize={PAGE} />
            </>
          )
        }
      </Answered>
      {taken && (
        <TakeLetters
          title={t.downloadOf(taken.numberText)}
          path={`/api/letters/${taken.id}/file`}
          onClose={() => setTaken(null)}
        />
      )}
      {zip && <TakeLetters scenario={source.scenario} onClose={() => setZip(false)} />}
    </section>
  );
}

function numberOf(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** The list as it is narrowed down, as a workbook. */
function bookAddress({ of, search }: { readonly of: number | null; readonly search: string }) {
  const query = new URLSearchParams({
    ...(of !== null && { scenario: String(of) }),
    ...(search !== '' && { search }),
  });
  return `/api/reports/letters.xlsx?${query.toString()}`;
}

interface LettersProps {
  readonly items: readonly Letter[];
  readonly onTake: (letter: Letter) => void;
}

function Letters({ items, onTake }: LettersProps) {
  const t = useText(letterText);
  const format = useFormat();
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.number}</th>
          <th>{t.person}</th>
          <th>{t.kind}</th>
          <th>{t.to}</th>
          <th>{t.issuedOn}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {items.map((letter) => (
          <tr key={letter.id}>
            <th scope="row">{letter.numberText}</th>
            <td data-label={t.person}>
              {letter.fullName} <FileLink staffId={letter.staffId} name={letter.fullName} />
            </td>
            <td data-label={t.kind}>{t[`kind.${letter.kind}`]}</td>
            <td data-label={t.to}>
              {(letter.toPosition ?? letter.toUnit) ? (
                <Named of={[letter.toPosition, letter.toUnit]} />
              ) : (
                '–'
              )}
            </td>
            <td data-label={t.issuedOn}>{format.day(letter.issuedOn)}</td>
            <td>
              <Button
                size="small"
                aria-label={t.downloadOf(letter.numberText)}
                onClick={() => onTake(letter)}
              >
                {t.download}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Check({
  source,
}: {
  readonly source: { readonly scenario: number | null; readonly movement: number | null };
}) {
  const t = useText(letterText);
  const { number } = useFormat();
  const check = useMutation(checkMutation());
  return (
    <>
      <p>
        <Button loading={check.isPending} onClick={() => check.mutate(source)}>
          {t.check}
        </Button>
      </p>
      {check.error && <Trouble error={check.error} />}
      {check.data && check.data.faults.length === 0 && (
        <Alert type="success" showIcon title={t.checkClean(number(check.data.letters))} />
      )}
      {check.data && check.data.faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t.checkFaults(number(check.data.faults.length), number(check.data.letters))}
          description={<Faults faults={check.data.faults.slice(0, FAULTS_SHOWN)} />}
        />
      )}
    </>
  );
}

function Faults({ faults }: { readonly faults: readonly LetterFault[] }) {
  const t = useText(letterText);
  return (
    <ul>
      {faults.map(({ letterId, numberText, code, where }) => (
        <li key={`${letterId}/${code}`}>
          {numberText}: {t[`fault.${code}`]}
          {where.length > 0 && ` (${where.join(', ')})`}
        </li>
      ))}
    </ul>
  );
}
