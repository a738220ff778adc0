import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { Answered } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { cellsQuery } from '../../lib/api/cells.js';
import { positionsQuery } from '../../lib/api/positions.js';
import type { Cell, Position } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { positionName } from '../../lib/position-name.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { wordFor, words } from '../../lib/text/words.js';
import { communeText } from './commune.text.js';

const COUNTED = ['seats', 'people', 'surplus', 'shortage'] as const;

interface Props {
  readonly code: string;
  readonly on: string;
}

/** Every position of the commune, by division: seats, people, and what is over or short. */
export function SeatCard({ code, on }: Props) {
  const t = useText(communeText);
  const cells = useQuery(cellsQuery({ on }, null));
  const positions = useQuery(positionsQuery(on));
  const { language } = useLanguage();
  const may = useMay();
  return (
    <section className="card" aria-label={t.seatsTitle}>
      <h2>{t.seatsTitle}</h2>
      <p className="sub">
        {t.seatsLead}{' '}
        {may('report.export') && (
          <TakeList
            title={t.seatsBook}
            address={`/api/reports/gap-on.xlsx?on=${on}&unit=${code}`}
          />
        )}
      </p>
      <Answered query={positions} rows={8}>
        {(known) => (
          <Answered query={cells} rows={8}>
            {(all) => (
              <SeatTable
                on={on}
                divisions={divisionsOf(
                  all.filter(
                    ({ communeCode, seats, people }) => communeCode === code && seats + people > 0,
                  ),
                  known.map((each) => ({ ...each, name: positionName(each, language) })),
                )}
              />
            )}
          </Answered>
        )}
      </Answered>
    </section>
  );
}

interface Line {
  readonly cell: Cell;
  readonly name: string;
}

type Divisions = ReadonlyMap<string, readonly Line[]>;

/** In the order of the catalogue; what it does not know comes last, under its code. */
function divisionsOf(cells: readonly Cell[], positions: readonly Position[]): Divisions {
  const order = new Map(positions.map(({ code }, at) => [code, at]));
  const placeOf = ({ positionCode }: Cell) => order.get(positionCode) ?? positions.length;
  const divisions = new Map<string, Line[]>();
  for (const cell of [...cells].sort((a, b) => placeOf(a) - placeOf(b))) {
    const position = positions.find(({ code }) => code === cell.positionCode);
    const kind = position?.divisionKind ?? 'none';
    const line = { cell, name: position?.name ?? cell.positionCode };
    divisions.set(kind, [...(divisions.get(kind) ?? []), line]);
  }
  return divisions;
}

function SeatTable({ on, divisions }: { readonly on: string; readonly divisions: Divisions }) {
  return [...divisions].map(([kind, lines]) => (
    <Division key={kind} on={on} kind={kind} lines={lines} />
  ));
}

interface DivisionProps {
  readonly on: string;
  readonly kind: string;
  readonly lines: readonly Line[];
}

/** Open where something is over or short. */
function Division({ on, kind, lines }: DivisionProps) {
  const t = useText(communeText);
  const w = useText(words);
  const { number } = useFormat();
  const sum = (measure: (typeof COUNTED)[number]) =>
    lines.reduce((total, { cell }) => total + cell[measure], 0);
  const [surplus, shortage] = [sum('surplus'), sum('shortage')];
  return (
    <details className="fold" open={surplus + shortage > 0}>
      <summary>
        {wordFor(w, 'division', kind)}{' '}
        <span className="sub">{t.divisionSum(number(sum('seats')), number(sum('people')))}</span>
        {surplus > 0 && <span className="over-text"> · {t.surplusOf(number(surplus))}</span>}
        {shortage > 0 && <span className="short-text"> · {t.shortageOf(number(shortage))}</span>}
      </summary>
      <table className="list seat-list">
        <thead>
          <tr>
            <th>{w.position}</th>
            {COUNTED.map((measure) => (
              <th key={measure} className="num">
                {w[measure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <SeatRow key={line.cell.positionCode} on={on} line={line} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function SeatRow({ on, line: { cell, name } }: { readonly on: string; readonly line: Line }) {
  const t = useText(communeText);
  const w = useText(words);
  const { number } = useFormat();
  const where = new URLSearchParams({
    ...{ on, block: 'all' },
    cell: `${cell.communeCode}~${cell.positionCode}`,
  });
  const tone = { surplus: 'over-text', shortage: 'short-text', seats: '', people: '' };
  return (
    <tr>
      <td>
        <Link to={`/gap?${where.toString()}`} aria-label={t.whoIs(name)}>
          {name}
        </Link>
      </td>
      {COUNTED.map((measure) => (
        <td key={measure} className="num">
          <Link
            to={`/gap?${where.toString()}`}
            className={cell[measure] > 0 ? tone[measure] : 'sub'}
            aria-label={`${name}, ${w[measure]}: ${number(cell[measure])}`}
          >
            {number(cell[measure])}
          </Link>
        </td>
      ))}
    </tr>
  );
}
