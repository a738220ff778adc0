import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';

import { Trouble } from '../../components/states.js';
import { askForRunMutation, hasEnded, jobQuery } from '../../lib/api/jobs.js';
import type { Position, Unit } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { useSaid } from '../../lib/text/said.js';
import { boardText } from './board.text.js';
import { nameOf } from './division-columns.js';
import type { News } from './use-colleagues.js';
import type { PinActs } from './use-pin-acts.js';

interface Props {
  readonly scenarioId: number;
  readonly acts: PinActs;
  readonly freshCount: number;
  readonly news: readonly News[];
  readonly onDismiss: () => void;
  readonly positions: readonly Position[];
  readonly units: readonly Unit[];
}

/** Undo and redo, what is newer than the run, and what colleagues did. */
export function DeskBar(props: Props) {
  const { scenarioId, acts, freshCount, news, onDismiss } = props;
  const t = useText(boardText);
  const { number } = useFormat();
  return (
    <div className="desk-bar">
      <Button
        disabled={!acts.last || acts.busy}
        title={acts.last && t.undoOf(acts.last.fullName)}
        onClick={acts.undo}
      >
        ↶ {t.undo}
      </Button>
      <Button
        disabled={!acts.next || acts.busy}
        title={acts.next && t.redoOf(acts.next.fullName)}
        onClick={acts.redo}
      >
        ↷ {t.redo}
      </Button>
      {freshCount > 0 && (
        <>
          <RunAgain scenarioId={scenarioId} />
          <span className="sub">{t.freshCount(number(freshCount))}</span>
        </>
      )}
      <p className="only-read" role="status">
        {acts.said && saidWords(t, acts.said)}
      </p>
      {news.length > 0 && (
        <Alert
          className="news"
          type="info"
          showIcon
          title={
            <ul>
              {news.map((each, at) => (
                <li key={at}>
                  <NewsLine {...props} news={each} />
                </li>
              ))}
            </ul>
          }
          action={<Button onClick={onDismiss}>{t.dismiss}</Button>}
        />
      )}
    </div>
  );
}

type Words = (typeof boardText)['vi'];

function saidWords(t: Words, { way, fullName }: NonNullable<PinActs['said']>): string {
  if (way === 'undo') return t.didUndo(fullName);
  return way === 'redo' ? t.didRedo(fullName) : t.didPin(fullName);
}

interface LineProps extends Pick<Props, 'positions' | 'units'> {
  readonly news: News;
}

function NewsLine({ news, positions, units }: LineProps) {
  const t = useText(boardText);
  const said = useSaid();
  const { language } = useLanguage();
  const who = news.who ?? t.someone;
  if (news.kind === 'took') return t.colleagueTook(who, news.fullName);
  if (news.kind === 'did') return t.colleagueDid(who, said(news.what ?? ''));
  const { fullName, unitCode, positionCode } = news.pin;
  const unit = units.find(({ code }) => code === unitCode);
  const commune = units.find(({ code, level }) => code === unit?.parentCode && level === 'commune');
  const position = positions.find(({ code }) => code === positionCode);
  const place = [
    positionCode === null ? t.leaving : nameOf(position, positionCode, language),
    unit?.name,
    commune?.name,
  ];
  return t.colleaguePinned(who, fullName, place.filter(Boolean).join(', '));
}

/** Starts a run with the pins of now and goes to it when it is done. */
function RunAgain({ scenarioId }: { readonly scenarioId: number }) {
  const t = useText(boardText);
  const said = useSaid();
  const client = useQueryClient();
  const params = useQueryParams();
  const [jobId, setJobId] = useState<number | null>(null);
  const ask = useMutation(askForRunMutation(client));
  const job = useQuery({ ...jobQuery(jobId ?? 0), enabled: jobId !== null }).data;
  const isOver = job !== undefined && hasEnded(job);
  const resultId = job?.resultId ?? null;
  useEffect(() => {
    if (!isOver || resultId === null) return;
    void client
      .invalidateQueries({ queryKey: ['scenarios'] })
      .then(() => params.set({ run: String(resultId) }));
  }, [isOver, resultId]);
  const start = () =>
    ask.mutate({ scenarioId, kind: 'best' }, { onSuccess: ({ id }) => setJobId(id) });
  const isRunning = ask.isPending || (jobId !== null && !isOver);
  const failed = isOver ? job.error : null;
  return (
    <>
      <Button type="primary" ghost loading={isRunning} onClick={start}>
        {isRunning ? t.running : t.runAgain}
      </Button>
      {ask.error && <Trouble error={ask.error} />}
      {failed && <Trouble error={new Error(failed.message)} title={said(failed.message)} />}
    </>
  );
}
