import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';

import { ZoneMark } from '../../components/zone-mark.js';
import type { MergedCommune, OldUnit } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { plain } from '../../lib/plain.js';
import { useReach } from '../../lib/reach.js';
import { countByDistrict } from '../../lib/ribbons.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { mergerLink } from './merger-link.js';
import { mergerText } from './merger.text.js';

interface Props {
  readonly communes: readonly MergedCommune[];
  readonly scenarioId: number;
}

/** New units with the old ones in them; searching finds old names too. */
export function UnitTable({ communes, scenarioId }: Props) {
  const t = useText(mergerText);
  const format = useFormat();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [allOpen, setAllOpen] = useState(false);
  const shown = communes
    .filter((commune) => isNamed(commune, typed))
    .sort((a, b) => format.byName(a.name, b.name));
  return (
    <section className="card">
      <div className="list-head">
        <h2>
          {t.units} <span className="sub">{format.number(shown.length)}</span>
        </h2>
        <span className="list-tools">
          <label htmlFor={id} className="only-read">
            {t.filter}
          </label>
          <Input
            id={id}
            type="search"
            placeholder={t.filter}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button onClick={() => setAllOpen(!allOpen)}>
            {allOpen ? t.collapseAll : t.expandAll}
          </Button>
        </span>
      </div>
      {shown.length === 0 && <p className="sub">{t.nothing}</p>}
      <ul className="units">
        {shown.map((commune) => (
          <li key={`${commune.code}-${allOpen}`}>
            <CommuneUnit commune={commune} open={allOpen || typed !== ''} />
            <People commune={commune} scenarioId={scenarioId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function isNamed({ name, oldUnits }: MergedCommune, typed: string): boolean {
  const sought = plain(typed.trim());
  return [name, ...oldUnits.flatMap((old) => [old.name, old.districtName ?? ''])].some((each) =>
    plain(each).includes(sought),
  );
}

interface PeopleProps extends Pick<Props, 'scenarioId'> {
  readonly commune: MergedCommune;
}

/** Beside the unit and not within what opens it: a link may not stand in a button. */
function People({ commune: { code, people }, scenarioId }: PeopleProps) {
  const t = useText(mergerText);
  const w = useText(words);
  const { number } = useFormat();
  // Nobody of a unit outside of the reach is counted: that is not nobody.
  const limited = useReach().unitNames !== null;
  if (people === 0 && limited) return <span className="sub">{t.outOfReach}</span>;
  return (
    <Link className="num" to={mergerLink(scenarioId, { list: 'carried', commune: code })}>
      {number(people)} <span className="sub">{w.people.toLocaleLowerCase()}</span>
    </Link>
  );
}

interface UnitProps {
  readonly commune: MergedCommune;
  readonly open: boolean;
}

function CommuneUnit({ commune, open }: UnitProps) {
  const t = useText(mergerText);
  const { number } = useFormat();
  const districts = countByDistrict(commune.oldUnits).size;
  return (
    <details open={open}>
      <summary>
        <span className="unit-name">
          <strong>{commune.name}</strong> <ZoneMark zone={commune.zone} border={commune.border} />
        </span>
        <span className="sub">
          {t.count(number(commune.oldUnits.length))}
          {districts > 1 && ` · ${t.crosses(number(districts))}`}
        </span>
      </summary>
      <div className="unit-body">
        <ul>
          {commune.oldUnits.map((old) => (
            <li key={old.code}>
              {old.name} <span className="sub">{old.districtName}</span> <Share old={old} />
              {old.note === 'remainder' && <span className="sub">{t.remainder}</span>}
            </li>
          ))}
        </ul>
        <Link to={`/gap?commune=${commune.code}`}>{t.openBoard}</Link>
      </div>
    </details>
  );
}

/** Said only of a part; a whole unit needs no word. */
function Share({ old }: { readonly old: OldUnit }) {
  const t = useText(mergerText);
  const { decimal } = useFormat();
  if (old.share === 1) return null;
  return (
    <span className="short-text">
      {old.share === null ? t.shareUnknown : t.share(decimal(old.share * 100))}
    </span>
  );
}
