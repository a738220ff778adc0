import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { Dialog } from '../../components/dialog.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { FitTag } from '../../components/person-tags.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { refuseMutation, vacanciesQuery } from '../../lib/api/pool.js';
import type { Clearing, PoolCandidate, PoolRefusalBody, Vacancy } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { poolText } from './pool.text.js';

const PAGE = 20;
const SHOWN = 5;
const CLEARINGS: readonly Clearing[] = ['open', 'cleared', 'nobody'];

/** A vacancy, and somebody whom it is not given to. */
interface Asked {
  readonly vacancy: Vacancy;
  readonly candidate: PoolCandidate;
}

/** Vacancies, and whom of the pool each is offered to first. */
export function VacanciesCard({ id }: { readonly id: number }) {
  const t = useText(poolText);
  const { number } = useFormat();
  const params = useQueryParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  const clearing = CLEARINGS.find((each) => each === params.get('clearing')) ?? 'open';
  const offset = (pageOf(params.get) - 1) * PAGE;
  const query = useQuery(vacanciesQuery(id, { clearing, offset, limit: PAGE }));
  return (
    <section className="card scroll-x">
      <h2>{t.vacancies}</h2>
      <Answered query={query} rows={6}>
        {({ clearings, total, items }) => (
          <>
            <div className="filters">
              <Choice
                label={t.which}
                value={clearing}
                options={CLEARINGS.map((value) => ({
                  value,
                  label: t.counted(
                    t[`clearing.${value}`],
                    number(clearings.find((each) => each.clearing === value)?.vacancies ?? 0),
                  ),
                }))}
                onChange={(value) => params.set({ clearing: value, page: null })}
              />
            </div>
            {total === 0 ? (
              <Nothing>{t.nothing}</Nothing>
            ) : (
              <VacancyTable items={items} onRefuse={setAsked} />
            )}
            <Pages total={total} pageSize={PAGE} />
          </>
        )}
      </Answered>
      {asked && <RefusalDialog id={id} asked={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface TableProps {
  readonly items: readonly Vacancy[];
  readonly onRefuse: (asked: Asked) => void;
}

function VacancyTable({ items, onRefuse }: TableProps) {
  const t = useText(poolText);
  const { number } = useFormat();
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.vacancy}</th>
          <th>{t.candidates}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((vacancy) => (
          <tr key={`${vacancy.communeCode} ${vacancy.positionCode}`}>
            <th scope="row">
              <Named of={[vacancy.positionName, vacancy.communeName]} />
              <div className="sub">{t.seats(number(vacancy.vacant))}</div>
            </th>
            <td data-label={t.candidates}>
              <Candidates vacancy={vacancy} onRefuse={onRefuse} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Candidates({
  vacancy,
  onRefuse,
}: {
  readonly vacancy: Vacancy;
  readonly onRefuse: (asked: Asked) => void;
}) {
  const t = useText(poolText);
  const { number } = useFormat();
  const { candidates } = vacancy;
  if (candidates.length === 0) return <>{t['clearing.nobody']}</>;
  return (
    <>
      {candidates.slice(0, SHOWN).map((candidate) => (
        <div key={candidate.staffId}>
          {number(candidate.rank)}. {candidate.fullName}{' '}
          <span className="sub">
            {candidate.communeName}
            {candidate.tied && `, ${t.tied}`}
          </span>{' '}
          {candidate.fit && <FitTag fit={candidate.fit} />}
          {candidate.notMovable && <Tag className="tag tag--plain">{t.notMovable}</Tag>}
          {candidate.refusal && (
            <Tag className="tag tag--short">{t[`code.${candidate.refusal}`]}</Tag>
          )}
          {!candidate.refusal && !candidate.notMovable && (
            <Button
              size="small"
              aria-label={`${t.refuse} ${candidate.fullName}`}
              onClick={() => onRefuse({ vacancy, candidate })}
            >
              {t.refuse}
            </Button>
          )}
          {candidate.refusalNote && (
            <div className="sub">
              {candidate.refusalNote} · {candidate.refusedBy}
            </div>
          )}
        </div>
      ))}
      {candidates.length > SHOWN && (
        <div className="sub">{t.more(number(candidates.length - SHOWN))}</div>
      )}
    </>
  );
}

const CODES: readonly PoolRefusalBody['code'][] = [
  ...(['person-declines', 'unit-declines', 'too-far', 'health'] as const),
  ...(['needs-training', 'kept-for-another', 'other'] as const),
];

interface DialogProps {
  readonly id: number;
  readonly asked: Asked;
  readonly onClose: () => void;
}

function RefusalDialog({ id, asked: { vacancy, candidate }, onClose }: DialogProps) {
  const t = useText(poolText);
  const named = useNames();
  const [code, setCode] = useState<PoolRefusalBody['code']>('person-declines');
  const [note, setNote] = useState('');
  const send = useMutation(refuseMutation(useQueryClient()));
  const { communeCode, positionCode } = vacancy;
  const { staffId } = candidate;
  const keep = () =>
    send.mutate(
      { id, staffId, communeCode, positionCode, code, note: note.trim() },
      { onSuccess: onClose },
    );
  return (
    <Dialog
      title={`${candidate.fullName}: ${named(vacancy.positionName)}, ${vacancy.communeName}`}
      onClose={onClose}
    >
      <div className="dialog-form">
        <Choice
          label={t.code}
          value={code}
          options={CODES.map((value) => ({ value, label: t[`code.${value}`] }))}
          onChange={(value) => setCode(CODES.find((each) => each === value) ?? 'other')}
        />
        <TextField label={t.note} value={note} onChange={setNote} />
        {send.error && <Trouble error={send.error} title={t.refused} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t.close}</Button>
          <Button
            type="primary"
            disabled={note.trim() === ''}
            loading={send.isPending}
            onClick={keep}
          >
            {t.keep}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
