import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useId, useRef, useState, type ReactNode } from 'react';

import { Answered } from '../../components/states.js';
import { proposalsQuery } from '../../lib/api/proposals.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { boardText } from './board.text.js';
import { LEAVE, useAim, useBoard } from './carry.js';
import type { Card, CommuneBoard } from './commune-model.js';
import { HintMark } from './hint-mark.js';
import { PersonCard } from './person-card.js';

interface Props {
  readonly runId: number;
  readonly board: CommuneBoard;
}

/** Who is on no seat of the commune: the bench, whoever goes, and anybody of the province who is looked for. */
export function SideLanes({ runId, board }: Props) {
  const t = useText(boardText);
  const { movable } = useBoard();
  return (
    <div className="lanes">
      <Lane title={t.bench} none={t.benchNone} cards={board.bench} tone="over" />
      <Lane title={t.arrivals} none={t.arrivalsNone} cards={board.arrivals} tone="plain" />
      <LeaveLane cards={board.going} />
      {movable && <Finder runId={runId} />}
    </div>
  );
}

interface LaneProps {
  readonly title: string;
  readonly none: string;
  readonly cards: readonly Card[];
  readonly tone: 'over' | 'plain';
  readonly children?: ReactNode;
}

function Lane({ title, none, cards, tone, children }: LaneProps) {
  const { number } = useFormat();
  return (
    <section className={`lane lane--${tone}`}>
      <h2>
        {title} <span className="lane-count">{number(cards.length)}</span>
      </h2>
      {children}
      {cards.length === 0 && <p className="sub">{none}</p>}
      <ul className="cards">
        {cards.map((card) => (
          <PersonCard key={card.staffId} card={card} at={null} />
        ))}
      </ul>
    </section>
  );
}

function LeaveLane({ cards }: { readonly cards: readonly Card[] }) {
  const t = useText(boardText);
  const board = useBoard();
  const aim = useAim();
  return (
    <div className={aim === LEAVE ? 'is-aim' : undefined} data-drop={LEAVE}>
      <Lane title={t.going} none={t.goingNone} cards={cards} tone="plain">
        {board.carried && (
          <>
            <button
              type="button"
              className="leave-drop"
              data-seat={LEAVE}
              tabIndex={-1}
              onClick={() => board.drop(LEAVE)}
              onFocus={() => board.aim(LEAVE)}
            >
              {t.leaveHere}
            </button>
            <HintMark target={LEAVE} />
          </>
        )}
      </Lane>
    </div>
  );
}

const SHORTEST = 2;
const MOST = 8;

function Finder({ runId }: { readonly runId: number }) {
  const t = useText(boardText);
  const id = useId();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useRef<HTMLElement>(null);
  return (
    <section ref={found} className="lane finder">
      <label htmlFor={id}>{t.find}</label>
      <Input
        id={id}
        value={typed}
        allowClear
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          found.current?.querySelector<HTMLElement>('[data-card]')?.focus();
        }}
      />
      <p className="sub" id={`${id}-hint`}>
        {t.findHint}
      </p>
      {search.length >= SHORTEST && <Found runId={runId} search={search} />}
    </section>
  );
}

function Found({ runId, search }: { readonly runId: number; readonly search: string }) {
  const t = useText(boardText);
  const { number } = useFormat();
  const query = useQuery(proposalsQuery(runId, { search, limit: MOST, offset: 0 }));
  return (
    <Answered query={query} rows={2}>
      {({ items, total }) => (
        <>
          {total === 0 && <p className="sub">{t.foundNobody}</p>}
          <ul className="cards">
            {items.map((line) => (
              <PersonCard
                key={line.staffId}
                at={null}
                card={{
                  staffId: line.staffId,
                  fullName: line.fullName,
                  line,
                  fresh: undefined,
                  arrives: false,
                }}
              />
            ))}
          </ul>
          {total > items.length && (
            <p className="sub">{t.foundMore(number(total - items.length))}</p>
          )}
        </>
      )}
    </Answered>
  );
}
