import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { FileLink } from '../../components/file-link.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { movementsQuery } from '../../lib/api/movements.js';
import type { MovementLine } from '../../lib/api/shapes.js';
import { besides } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { eventText } from '../person/event.text.js';
import { NewcomerForm } from '../person/newcomer-form.js';
import { ListWorkbook } from './list-workbook.js';
import { MoveForm } from './move-form.js';
import { MovePanel } from './move-panel.js';
import { movementText } from './movement.text.js';

const PAGE = 50;

/** Every movement, the newest first. */
export function MovesTab({ day }: { readonly day: string }) {
  const t = useText(movementText);
  const e = useText(eventText);
  const params = useQueryParams();
  const writes = useMay()('movement.write');
  const [open, setOpen] = useState<number | 'new' | 'newcomer' | null>(null);
  const offset = (pageOf(params.get) - 1) * PAGE;
  const query = useQuery(movementsQuery({ offset, limit: PAGE }));
  return (
    <section className="card">
      {writes && (
        <p>
          <Button type="primary" onClick={() => setOpen('new')}>
            {t.add}
          </Button>{' '}
          <Button onClick={() => setOpen('newcomer')}>{e.newcomer}…</Button>
        </p>
      )}
      <Answered query={query} rows={8}>
        {({ total, items }) =>
          total === 0 ? (
            <Nothing>{t.none}</Nothing>
          ) : (
            <>
              <ListWorkbook title={t['tab.moves']} file={`movements.xlsx?on=${day}`} />
              <Moves items={items} {...(writes && { onOpen: setOpen })} />
              <Pages total={total} pageSize={PAGE} />
            </>
          )
        }
      </Answered>
      {open === 'new' && (
        <MoveForm day={day} onClose={() => setOpen(null)} onKept={(id) => setOpen(id)} />
      )}
      {open === 'newcomer' && (
        <NewcomerForm
          onClose={() => setOpen(null)}
          onKept={(staffId) => {
            setOpen(null);
            params.set({ file: String(staffId) });
          }}
        />
      )}
      {typeof open === 'number' && <MovePanel id={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

interface MovesProps {
  readonly items: readonly MovementLine[];
  readonly onOpen?: (id: number) => void;
}

function Moves({ items, onOpen }: MovesProps) {
  const t = useText(movementText);
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.person}</th>
          <th>{t.kind}</th>
          <th>{t.from}</th>
          <th>{t.to}</th>
          <th>{t.starts}</th>
          <th>{t.ends}</th>
          <th>{t.state}</th>
          <th>{t.decision}</th>
          {onOpen && <th />}
        </tr>
      </thead>
      <tbody>
        {items.map((move) => (
          <MoveRow key={move.id} move={move} {...(onOpen && { onOpen })} />
        ))}
      </tbody>
    </table>
  );
}

function MoveRow({
  move,
  onOpen,
}: {
  readonly move: MovementLine;
  readonly onOpen?: (id: number) => void;
}) {
  const t = useText(movementText);
  const named = useNames();
  const format = useFormat();
  const place = (unit: string | null, position: string | null) =>
    [position, unit].filter(Boolean).join(', ') || '–';
  return (
    <tr>
      <th scope="row">
        {move.fullName || '–'}{' '}
        {move.fullName && <FileLink staffId={move.staffId} name={move.fullName} />}
      </th>
      <td data-label={t.kind}>{t[`kind.${move.kind}`]}</td>
      <td data-label={t.from}>{place(named(move.fromUnitName), named(move.fromPositionName))}</td>
      <td data-label={t.to}>{place(named(move.toUnitName), named(move.toPositionName))}</td>
      <td data-label={t.starts}>{format.day(move.startsOn)}</td>
      <td data-label={t.ends}>
        {move.endsOn === null ? '–' : format.day(besides(move.endsOn, -1))}
      </td>
      <td data-label={t.state}>{t[`state.${move.state}`]}</td>
      <td data-label={t.decision}>
        {move.decisionNumber ?? '–'}
        {move.decidedOn && <div className="sub">{format.day(move.decidedOn)}</div>}
      </td>
      {onOpen && (
        <td>
          <Button size="small" onClick={() => onOpen(move.id)}>
            {t.open}
          </Button>
        </td>
      )}
    </tr>
  );
}
