import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { ClosedPeople } from '../../components/closed-people.js';
import { PersonEntry } from '../../components/person-entry.js';
import { SidePanel } from '../../components/side-panel.js';
import { Answered } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { gapPeopleQuery } from '../../lib/api/gap-people.js';
import type { Cell, PersonInCell, Position, Unit } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { positionName } from '../../lib/position-name.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { wordFor } from '../../lib/text/words.js';
import type { Column } from './board-model.js';
import { CellWords } from './cell-words.js';
import { gapText } from './gap.text.js';
import { SeatFillers } from './seat-fillers.js';

interface Props {
  readonly at: At;
  readonly commune: Unit | undefined;
  readonly column: Column | undefined;
  readonly cells: readonly Cell[];
  readonly positions: readonly Position[];
}

/** What stands behind a cell: its figures in words, and everybody in it with the reasons. */
export function CellPanel({ at, commune, column, cells, positions }: Props) {
  const params = useQueryParams();
  if (!commune || !column) return null;
  const codes = column.positions.filter((code) =>
    cells.some((cell) => cell.communeCode === commune.code && cell.positionCode === code),
  );
  return (
    <SidePanel
      open
      title={commune.name}
      subtitle={column.name}
      onClose={() => params.set({ cell: null })}
    >
      {(codes.length > 0 ? codes : column.positions).map((code) => (
        <PositionSection
          key={code}
          at={at}
          commune={commune}
          position={positions.find((each) => each.code === code)}
          code={code}
          cell={cells.find(
            (each) => each.communeCode === commune.code && each.positionCode === code,
          )}
          withName={column.positions.length > 1}
        />
      ))}
      <PanelLinks at={at} commune={commune.code} />
    </SidePanel>
  );
}

interface SectionProps {
  readonly at: At;
  readonly commune: Unit;
  readonly position: Position | undefined;
  readonly code: string;
  readonly cell: Cell | undefined;
  readonly withName: boolean;
}

function PositionSection({ at, commune, position, code, cell, withName }: SectionProps) {
  const t = useText(gapText);
  const { language } = useLanguage();
  const people = useQuery(gapPeopleQuery(at, commune.code, code));
  return (
    <section className="cell-section">
      {withName && <h3>{position ? positionName(position, language) : code}</h3>}
      {position?.given && <p className="sub">{t.given}</p>}
      {position?.minDegree != null && (
        <p className="sub">{t.standard(wordFor(t, 'degree', position.minDegree))}</p>
      )}
      {cell && <CellWords cell={cell} />}
      <Answered query={people} rows={3}>
        {({ items, closed }) => (
          <>
            {(items.length > 0 || closed === 0) && (
              <People items={items} vacant={cell?.vacant ?? 0} />
            )}
            <ClosedPeople count={closed} />
          </>
        )}
      </Answered>
      {'run' in at && <SeatFillers run={at.run} commune={commune.code} position={code} />}
    </section>
  );
}

interface PeopleProps {
  readonly items: readonly PersonInCell[];
  readonly vacant: number;
}

function People({ items, vacant }: PeopleProps) {
  const t = useText(gapText);
  const format = useFormat();
  const covering = items.filter((person) => person.kind !== 'main');
  const own = items.filter((person) => person.kind === 'main');
  const seated = own.filter((person) => person.seated);
  const surplus = own.filter((person) => !person.seated);
  return (
    <>
      {items.length === 0 && <p>{t.nobody}</p>}
      {seated.length > 0 && <PeopleList title={t.seatedPeople} people={seated} />}
      {vacant > 0 && <p className="vacant-seat">{t.vacantSeats(format.number(vacant))}</p>}
      {covering.length > 0 && <PeopleList title={t.coveringPeople} people={covering} />}
      {surplus.length > 0 && <PeopleList title={t.surplusPeople} people={surplus} />}
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly people: readonly PersonInCell[];
}

function PeopleList({ title, people }: ListProps) {
  const format = useFormat();
  return (
    <>
      <h4>
        {title} <span className="sub">{format.number(people.length)}</span>
      </h4>
      <ul className="people">
        {people.map((person) => (
          <PersonEntry key={person.staffId} person={person} />
        ))}
      </ul>
    </>
  );
}

function PanelLinks({ at, commune }: { readonly at: At; readonly commune: string }) {
  const t = useText(gapText);
  if (!('run' in at)) return null;
  return (
    <p className="card-foot">
      <Link to={`/placement?run=${at.run}&commune=${commune}`}>{t.openPlacement}</Link>
      <Link to={`/map?run=${at.run}&commune=${commune}`}>{t.openMap}</Link>
    </p>
  );
}
