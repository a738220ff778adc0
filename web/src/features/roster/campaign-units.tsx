import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';

import { Pages } from '../../components/pages.js';
import { Nothing, Trouble } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { type RosterFault, signRosterMutation } from '../../lib/api/campaigns.js';
import type { CampaignDetail, CampaignUnit } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { FAULTS, peopleChange, shownState } from './campaign-link.js';
import { campaignText } from './campaign.text.js';

const PAGE = 15;

interface TableProps {
  readonly campaign: CampaignDetail;
  readonly units: readonly CampaignUnit[];
}

/** How far each unit is; every count leads to its people. */
export function UnitTable({ campaign, units }: TableProps) {
  const t = useText(campaignText);
  const { number, byName } = useFormat();
  const params = useQueryParams();
  // The last of a page leaves it by being signed.
  const last = Math.max(1, Math.ceil(units.length / PAGE));
  const page = Math.min(pageOf(params.get, 'units-page'), last);
  const sorted = [...units].sort((a, b) => byName(a.unitName, b.unitName));
  const sign = useMutation(signRosterMutation(useQueryClient()));
  if (units.length === 0) return <Nothing>{t.nobody}</Nothing>;
  return (
    <>
      {sign.error && <Trouble error={sign.error} title={t.refused} />}
      <UnitsFound campaign={campaign} units={units} />
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.unit}</th>
            <th>{t.state}</th>
            <th className="num">{t.people}</th>
            <th className="num">{t.score}</th>
            <th>{t.faults}</th>
            <th aria-label={t.sign} />
          </tr>
        </thead>
        <tbody>
          {sorted.slice(PAGE * (page - 1), PAGE * page).map((unit) => (
            <tr key={unit.unitCode}>
              <th scope="row">{unit.unitName}</th>
              <td data-label={t.state}>
                <UnitState unit={unit} />
              </td>
              <td className="num" data-label={t.people}>
                <PeopleLink of={unit.unitCode} label={`${t.people}: ${unit.unitName}`}>
                  {number(unit.people)}
                </PeopleLink>
              </td>
              <td className="num" data-label={t.score}>
                {unit.people === 0 ? '–' : `${number(unit.score)} %`}
              </td>
              <td data-label={t.faults}>
                <Faults unit={unit} />
              </td>
              <td>
                {unit.people > 0 && (unit.signature === null || unit.changedSince) && (
                  <Button
                    aria-label={`${t.sign}: ${unit.unitName}`}
                    loading={sign.isPending && sign.variables.unitCode === unit.unitCode}
                    onClick={() => sign.mutate({ id: campaign.id, unitCode: unit.unitCode })}
                  >
                    {unit.signature === null ? t.sign : t.signAgain}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages total={sorted.length} pageSize={PAGE} param="units-page" />
    </>
  );
}

function UnitState({ unit: { state, signature, changedSince } }: { readonly unit: CampaignUnit }) {
  const t = useText(campaignText);
  const { instant } = useFormat();
  const tone = state === 'signed' ? 'good' : state === 'not-sent' ? 'bad' : 'plain';
  return (
    <>
      <Tag className={`tag tag--${tone}`}>{t[`state.${state}`]}</Tag>
      {signature && (
        <div className="sub">
          {t.signed(
            ...([signature.signedName, instant(signature.signedAt)] as const),
            signature.hash.slice(0, 12),
          )}
          {signature.onBehalf && ` (${t.onBehalf})`}
        </div>
      )}
      {changedSince && <div className="short-text">{t.changed}</div>}
    </>
  );
}

function Faults({ unit }: { readonly unit: CampaignUnit }) {
  const t = useText(campaignText);
  const { number } = useFormat();
  const told = FAULTS.filter((fault) => unit[fault] > 0);
  if (told.length === 0) return '–';
  return (
    <ul>
      {told.map((fault) => (
        <li key={fault}>
          <PeopleLink of={unit.unitCode} fault={fault}>
            {t[fault](number(unit[fault]))}
          </PeopleLink>
        </li>
      ))}
    </ul>
  );
}

/** How many units and people the table shows, and both as workbooks. */
function UnitsFound({ campaign, units }: TableProps) {
  const t = useText(campaignText);
  const { number } = useFormat();
  const state = shownState(useQueryParams().get);
  const people = units.reduce((sum, unit) => sum + unit.people, 0);
  const asked = state === 'all' ? '' : `?state=${state}`;
  return (
    <p className="sub">
      {t.unitsFound(number(units.length))}{' '}
      <PeopleLink of="all">{t.found(number(people))}</PeopleLink>{' '}
      <TakeList
        title={t.unitsBook}
        address={`/api/roster-campaigns/${campaign.id}/units.xlsx${asked}`}
      />
    </p>
  );
}

interface LinkProps {
  /** Code of a unit, or `all` that are shown. */
  readonly of: string;
  readonly fault?: RosterFault;
  readonly label?: string;
  readonly children: string;
}

/** A count that opens its people. */
function PeopleLink({ of, fault, label, children }: LinkProps) {
  const params = useQueryParams();
  return (
    <button
      type="button"
      className="link-button"
      {...(label !== undefined && { 'aria-label': `${label}, ${children}` })}
      onClick={() => params.set(peopleChange(of, fault ?? null), { replace: false })}
    >
      {children}
    </button>
  );
}
