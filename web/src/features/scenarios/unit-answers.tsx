import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { Choice } from '../../components/choice.js';
import { Dialog } from '../../components/dialog.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { TextField } from '../../components/text-field.js';
import { agreementsQuery, answerUnitMutation } from '../../lib/api/decisions.js';
import type { AnswerReason, AskedUnit, Scenario, UnitAnswer } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { decisionText } from './decision.text.js';

const PAGE = 15;

/** Against what an answer is asked for. */
interface Asked {
  readonly unit: AskedUnit;
  readonly answer: Exclude<UnitAnswer, 'agreed'>;
}

/** Units that send or receive people, what they said, and the buttons of whoever may answer. */
export function UnitAnswers({ plan }: { readonly plan: Scenario }) {
  const t = useText(decisionText);
  const { day } = useFormat();
  const may = useMay();
  const page = pageOf(useQueryParams().get, 'units');
  const query = useQuery(agreementsQuery(plan.id));
  const send = useMutation(answerUnitMutation(useQueryClient()));
  const [asked, setAsked] = useState<Asked | null>(null);
  const answers = plan.state === 'submitted' && may('scenario.answer');
  const agree = (units: readonly AskedUnit[]) =>
    send.mutate({
      id: plan.id,
      units: units.map(({ unitCode, side }) => ({ unitCode, side })),
      answer: 'agreed',
    });
  return (
    <Answered query={query} rows={4}>
      {({ units, answerUntil, runId }) => {
        const waiting = units.filter(({ state }) => state === 'waiting');
        if (runId === null || units.length === 0) return <Nothing>{t.nobody}</Nothing>;
        return (
          <>
            {answerUntil && answers && <p className="sub">{t.until(day(answerUntil))}</p>}
            <p className="sub">
              <TakeList
                title={t.answersBook}
                address={`/api/scenarios/${plan.id}/agreements.xlsx`}
              />
            </p>
            {send.error && <Trouble error={send.error} title={t.refused} />}
            {answers && waiting.length > 1 && (
              <Button loading={send.isPending} onClick={() => agree(waiting)}>
                {t.agreeAll}
              </Button>
            )}
            <UnitTable
              runId={runId}
              units={units.slice(PAGE * (page - 1), PAGE * page)}
              answers={answers}
              onAgree={(unit) => agree([unit])}
              onAsk={setAsked}
            />
            <Pages total={units.length} pageSize={PAGE} param="units" />
            {asked && <ReasonDialog id={plan.id} asked={asked} onClose={() => setAsked(null)} />}
          </>
        );
      }}
    </Answered>
  );
}

interface TableProps {
  readonly runId: number;
  readonly units: readonly AskedUnit[];
  readonly answers: boolean;
  readonly onAgree: (unit: AskedUnit) => void;
  readonly onAsk: (asked: Asked) => void;
}

function UnitTable({ runId, units, answers, onAgree, onAsk }: TableProps) {
  const t = useText(decisionText);
  const { number } = useFormat();
  const may = useMay();
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.unit}</th>
          <th className="num">{t.people}</th>
          <th>{t.state}</th>
          {answers && <th aria-label={t.send} />}
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={`${unit.side} ${unit.unitCode}`}>
            <td>
              <strong>{unit.unitName}</strong> <span className="sub">{t[`side.${unit.side}`]}</span>
            </td>
            <td className="num" data-label={t.people}>
              <Link className="count-link" to={peopleOf(runId, unit)}>
                <span className="only-read">{unit.unitName}: </span>
                {number(unit.people)}
              </Link>
            </td>
            <td data-label={t.state}>
              <AskedState unit={unit} />
            </td>
            {answers && (
              <td>
                <Button onClick={() => onAgree(unit)}>{t.agree}</Button>{' '}
                <Button onClick={() => onAsk({ unit, answer: 'objected' })}>{t.object}</Button>{' '}
                {unit.state === 'objected' && may('scenario.write') && (
                  <Button onClick={() => onAsk({ unit, answer: 'overruled' })}>{t.overrule}</Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Those whom the plan takes from the unit, or gives to it, outside its successors. */
function peopleOf(runId: number, { side, unitCode }: AskedUnit): string {
  const of = side === 'sending' ? { from: unitCode } : { commune: unitCode };
  return `/placement?${new URLSearchParams({ run: String(runId), moved: 'true', ...of }).toString()}`;
}

function AskedState({ unit }: { readonly unit: AskedUnit }) {
  const t = useText(decisionText);
  const { instant } = useFormat();
  const tone = unit.state === 'agreed' ? 'good' : unit.state === 'objected' ? 'bad' : 'plain';
  return (
    <>
      <Tag className={`tag tag--${tone}`}>{t[`asked.${unit.state}`]}</Tag>
      {unit.answers.map((given) => (
        <div key={given.answeredAt} className="sub">
          {[
            wordFor(t, 'asked', given.answer),
            given.reason && wordFor(t, 'reason', given.reason),
            given.note,
            given.answeredName + (given.onBehalf ? ` (${t.onBehalf})` : ''),
            instant(given.answeredAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      ))}
    </>
  );
}

const REASONS: readonly AnswerReason[] = [
  'no-need',
  'not-qualified',
  'post-taken',
  'needed-here',
  'too-far',
  'family',
  'task-first',
  'answered-in-meeting',
  'other',
];

interface DialogProps {
  readonly id: number;
  readonly asked: Asked;
  readonly onClose: () => void;
}

function ReasonDialog({ id, asked: { unit, answer }, onClose }: DialogProps) {
  const t = useText(decisionText);
  const [reason, setReason] = useState<AnswerReason>('other');
  const [note, setNote] = useState('');
  const send = useMutation(answerUnitMutation(useQueryClient()));
  const submit = () => {
    const units = [{ unitCode: unit.unitCode, side: unit.side }];
    const words = note.trim() === '' ? {} : { note: note.trim() };
    send.mutate({ id, units, answer, reason, ...words }, { onSuccess: onClose });
  };
  return (
    <Dialog title={`${unit.unitName}: ${t[`asked.${answer}`]}`} onClose={onClose}>
      <div className="dialog-form">
        <Choice
          label={t.reason}
          value={reason}
          options={REASONS.map((each) => ({ value: each, label: t[`reason.${each}`] }))}
          onChange={(value) => setReason(REASONS.find((each) => each === value) ?? 'other')}
        />
        <TextField label={t.note} value={note} onChange={setNote} />
        {send.error && <Trouble error={send.error} title={t.refused} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" loading={send.isPending} onClick={submit}>
            {t.send}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
