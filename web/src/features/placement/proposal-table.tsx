import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { FitTag, MovementTag } from '../../components/person-tags.js';
import { Nothing } from '../../components/states.js';
import { WhyNot } from '../../components/why-not.js';
import type { Proposal } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { placementText } from './placement.text.js';

interface Props {
  readonly items: readonly Proposal[];
  readonly total: number;
  readonly pageSize: number;
}

export function ProposalTable({ items, total, pageSize }: Props) {
  const t = useText(placementText);
  const format = useFormat();
  if (total === 0) {
    return (
      <Nothing>
        {t.nobody}
        <WhyNot permission="people.read" />
      </Nothing>
    );
  }
  const pages = <Pages total={total} pageSize={pageSize} />;
  return (
    <section className="card proposals">
      <div className="list-head">
        <strong>{t.found(format.number(total))}</strong>
        {pages}
      </div>
      <table className="list stack">
        <ProposalHead />
        <tbody>
          {items.map((person) => (
            <ProposalRow key={person.staffId} person={person} />
          ))}
        </tbody>
      </table>
      <div className="list-foot">{pages}</div>
    </section>
  );
}

function ProposalHead() {
  const t = useText(placementText);
  const w = useText(words);
  return (
    <thead>
      <tr>
        <th>{t.person}</th>
        <th>{t.from}</th>
        <th>{t.to}</th>
        <th>{t.fit}</th>
        <th>{t.movement}</th>
        <th className="num">
          {w.distance}
          <div className="sub">km, {w.straightLine}</div>
        </th>
      </tr>
    </thead>
  );
}

function ProposalRow({ person }: { readonly person: Proposal }) {
  const t = useText(placementText);
  const w = useText(words);
  const format = useFormat();
  const params = useQueryParams();
  const open = () => params.set({ person: String(person.staffId) }, { replace: false });
  return (
    <tr className="opens" onClick={open}>
      <td className="who">
        <button type="button" className="link-button">
          {person.fullName}
        </button>
        {person.pinned && <span className="pin">{w.pinned}</span>}
      </td>
      <td data-label={t.from}>
        <Named of={[person.oldPositionName]} />
        <div className="sub">{oldPlace(person)}</div>
      </td>
      <td data-label={t.to}>
        <div>
          <Destination person={person} />
        </div>
      </td>
      <td data-label={t.fit}>
        <FitTag fit={person.fit} />
      </td>
      <td data-label={t.movement}>
        <MovementTag movement={person.movement} />
      </td>
      <td className="num" data-label={`${w.distance}, km`}>
        {person.distanceKm === null ? '–' : format.decimal(person.distanceKm)}
      </td>
    </tr>
  );
}

export function oldPlace({ oldUnitName, oldDistrictName }: Proposal): string {
  return oldDistrictName && oldDistrictName !== oldUnitName
    ? `${oldUnitName}, ${oldDistrictName}`
    : oldUnitName;
}

/** The new post and its place; for the surplus the unit whose bench they are on. */
export function Destination({ person }: { readonly person: Proposal }) {
  const t = useText(placementText);
  const format = useFormat();
  if (person.outcome === 'leaving') return <span className="sub">{t.outOfService}</span>;
  const division = person.unitName === person.communeName ? null : person.unitName;
  return (
    <>
      <Named of={[person.positionName]} />
      {person.outcome === 'surplus' && <em className="over-text"> – {t.bench}</em>}
      {person.benchEndsOn !== null && (
        <div className="sub">{t.benchUntil(format.day(person.benchEndsOn))}</div>
      )}
      <div className="sub">
        <Named of={[division, person.communeName]} />
      </div>
    </>
  );
}
