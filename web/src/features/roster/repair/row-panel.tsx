import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Said } from '../../../components/said.js';
import { SeverityTag } from '../../../components/severity-tag.js';
import { Trouble } from '../../../components/states.js';
import { answerMutation, takeBackMutation } from '../../../lib/api/repair-roster.js';
import type { BatchRow, Question, RowIssue } from '../../../lib/api/shapes.js';
import { useText } from '../../../lib/text/define-text.js';
import { placeOf } from './grid-model.js';
import { repairText } from './repair.text.js';
import { SetAsideDialog } from './set-aside-dialog.js';

interface Props {
  readonly batchId: number;
  readonly row: BatchRow;
  /** Letters of the cell with the focus; '' = the whole row. */
  readonly column: string;
  /** How columns are called in the file, by letters. */
  readonly nameOf: (column: string) => string;
  readonly editable: boolean;
  readonly onColumn: (column: string) => void;
}

/** What is wrong with the cell and its row, what is asked, and what can be done with the row. */
export function RowPanel({ batchId, row, column, nameOf, editable, onColumn }: Props) {
  const t = useText(repairText);
  const here = row.issues.filter((issue) => issue.column === column);
  const elsewhere = row.issues.filter((issue) => issue.column !== column);
  return (
    <>
      <h3>
        {column === ''
          ? t.rowNumber(String(row.row))
          : t.cellAt(String(row.row), `${column} – ${nameOf(column)}`)}
      </h3>
      <p className="sub">
        {row.sheet} · {row.file}
      </p>
      {column !== '' && <CellWords row={row} column={column} />}
      <div aria-live="polite">
        {here.length === 0 && <p className="sub">{t.nothingWrong}</p>}
        <Issues issues={here} />
      </div>
      <Questions {...{ batchId, row, editable }} />
      {elsewhere.length > 0 && (
        <>
          <h4>{t.restOfRow}</h4>
          <Issues issues={elsewhere} nameOf={nameOf} onColumn={onColumn} />
        </>
      )}
      <RowDoings {...{ batchId, row, editable }} />
    </>
  );
}

function CellWords({ row, column }: { readonly row: BatchRow; readonly column: string }) {
  const t = useText(repairText);
  const cell = row.cells[column];
  return (
    <p>
      <span className="sub">{t.cellSays}: </span>
      {cell === undefined ? <em>{t.empty}</em> : (cell.value ?? <em>{t.hidden}</em>)}
      {cell?.state === 'masked' && <span className="sub"> ({t.masked})</span>}
      {row.corrected.includes(column) && <span className="sub"> ({t.typedAnew})</span>}
    </p>
  );
}

interface IssuesProps {
  readonly issues: readonly RowIssue[];
  readonly nameOf?: (column: string) => string;
  readonly onColumn?: (column: string) => void;
}

function Issues({ issues, nameOf, onColumn }: IssuesProps) {
  const t = useText(repairText);
  return (
    <ul className="row-issues">
      {issues.map((issue, index) => (
        <li key={`${issue.code}-${index}`}>
          <SeverityTag severity={issue.severity} />{' '}
          {onColumn && nameOf && (
            <button type="button" className="link-button" onClick={() => onColumn(issue.column)}>
              {issue.column === '' ? t.wholeRow : nameOf(issue.column)}
            </button>
          )}
          <p>
            <Said text={issue.message} />
          </p>
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly batchId: number;
  readonly row: BatchRow;
  readonly editable: boolean;
}

function Questions({ batchId, row, editable }: RowProps) {
  const t = useText(repairText);
  const answer = useMutation(answerMutation(useQueryClient(), batchId));
  return (
    <>
      {row.questions.map((question) => (
        <QuestionCard
          key={question.question}
          question={question}
          editable={editable}
          busy={answer.isPending}
          onAnswer={(choice) =>
            answer.mutate([{ ...placeOf(row), question: question.question, answer: choice }])
          }
        />
      ))}
      {answer.error && <Trouble error={answer.error} title={t.notDone} />}
    </>
  );
}

interface QuestionProps {
  readonly question: Question;
  readonly editable: boolean;
  readonly busy: boolean;
  readonly onAnswer: (answer: string) => void;
}

function QuestionCard({ question, editable, busy, onAnswer }: QuestionProps) {
  const t = useText(repairText);
  return (
    <section className="question" aria-label={question.text}>
      <h4>{question.answer === null ? t.question : t.answered}</h4>
      <p>
        <Said text={question.text} />
      </p>
      {question.byProvince && <p className="sub">{t.byProvince}</p>}
      {question.choices.map(({ answer, text }) => (
        <Button
          key={answer}
          block
          aria-pressed={answer === question.answer}
          type={answer === question.answer ? 'primary' : 'default'}
          disabled={!editable || busy}
          onClick={() => onAnswer(answer)}
        >
          {answer === question.answer && '✓ '}
          <Said text={text} />
        </Button>
      ))}
    </section>
  );
}

function RowDoings({ batchId, row, editable }: RowProps) {
  const t = useText(repairText);
  const [asking, setAsking] = useState(false);
  const takeBack = useMutation(takeBackMutation(useQueryClient(), batchId));
  return (
    <div className="row-doings">
      {row.state === 'held' && <p>{t.heldRow}</p>}
      {row.reason !== null && <p>{t.setAsideBecause(row.reason)}</p>}
      {takeBack.error && <Trouble error={takeBack.error} title={t.notDone} />}
      {editable && row.reason !== null && (
        <Button loading={takeBack.isPending} onClick={() => takeBack.mutate([placeOf(row)])}>
          {t.takeBack}
        </Button>
      )}
      {editable && row.reason === null && (
        <Button onClick={() => setAsking(true)}>{t.setAside}…</Button>
      )}
      {asking && (
        <SetAsideDialog batchId={batchId} rows={[placeOf(row)]} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}
