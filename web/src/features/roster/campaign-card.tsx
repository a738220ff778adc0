import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { DayField } from '../../components/day-field.js';
import { Dialog } from '../../components/dialog.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import {
  campaignQuery,
  campaignsQuery,
  openCampaignMutation,
  signRosterMutation,
} from '../../lib/api/campaigns.js';
import type { CampaignDetail, CampaignUnit } from '../../lib/api/shapes.js';
import { today } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { pageOf } from '../../lib/page.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { campaignText } from './campaign.text.js';

const PAGE = 15;

/** Which units have sent their rosters, how good they are, and who has signed. */
export function CampaignCard() {
  const t = useText(campaignText);
  const may = useMay();
  const params = useQueryParams();
  const [opening, setOpening] = useState(false);
  const query = useQuery(campaignsQuery());
  return (
    <section className="card scroll-x">
      <h2>{t.title}</h2>
      <p className="sub">{t.lead}</p>
      {may('scenario.write') && <Button onClick={() => setOpening(true)}>{t.open}</Button>}
      <Answered query={query} rows={3}>
        {(campaigns) => {
          const asked = campaigns.find(({ id }) => String(id) === params.get('campaign'));
          const shown = asked ?? campaigns[0];
          if (!shown) return <Nothing>{t.none}</Nothing>;
          return (
            <>
              <div className="filters">
                <Choice
                  wide
                  label={t.which}
                  value={String(shown.id)}
                  options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
                  onChange={(value) => params.set({ campaign: value, 'units-page': null })}
                />
              </div>
              <OfCampaign key={shown.id} id={shown.id} />
            </>
          );
        }}
      </Answered>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </section>
  );
}

const STATES = ['not-sent', 'with-errors', 'sent', 'promoted', 'signed'] as const;

function OfCampaign({ id }: { readonly id: number }) {
  const t = useText(campaignText);
  const { day, number } = useFormat();
  const params = useQueryParams();
  const query = useQuery(campaignQuery(id));
  const shown = params.get('units') ?? 'remind';
  return (
    <Answered query={query} rows={6}>
      {(campaign) => {
        const of = (value: string) =>
          campaign.items.filter(
            ({ state }) =>
              value === 'all' || state === value || (value === 'remind' && state !== 'signed'),
          );
        const option = (value: string, label: string) => ({
          value,
          label: t.counted(label, number(of(value).length)),
        });
        return (
          <>
            <p className="sub">
              {t.due(day(campaign.asOf), day(campaign.dueOn))}{' '}
              {campaign.isOver && <strong>{t.over}</strong>}
            </p>
            <div className="filters">
              <Choice
                label={t.show}
                value={shown}
                options={[
                  option('remind', t.remind),
                  option('all', t.all),
                  ...STATES.map((state) => option(state, t[`state.${state}`])),
                ]}
                onChange={(value) =>
                  params.set({ units: value === 'remind' ? null : value, 'units-page': null })
                }
              />
            </div>
            <UnitTable campaign={campaign} units={of(shown)} />
          </>
        );
      }}
    </Answered>
  );
}

interface TableProps {
  readonly campaign: CampaignDetail;
  readonly units: readonly CampaignUnit[];
}

function UnitTable({ campaign, units }: TableProps) {
  const t = useText(campaignText);
  const { number, byName } = useFormat();
  // The last of a page leaves it by being signed.
  const last = Math.max(1, Math.ceil(units.length / PAGE));
  const page = Math.min(pageOf(useQueryParams().get, 'units-page'), last);
  const sorted = [...units].sort((a, b) => byName(a.unitName, b.unitName));
  const sign = useMutation(signRosterMutation(useQueryClient()));
  if (units.length === 0) return <Nothing>{t.nobody}</Nothing>;
  return (
    <>
      {sign.error && <Trouble error={sign.error} title={t.refused} />}
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
                {number(unit.people)}
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
  const kinds = ['withoutField', 'impossibleDates', 'doubles', 'withoutNumber'] as const;
  const told = kinds.filter((kind) => unit[kind] > 0);
  return <>{told.map((kind) => t[kind](number(unit[kind]))).join(', ') || '–'}</>;
}

function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(campaignText);
  const [name, setName] = useState('');
  const [asOf, setAsOf] = useState(today());
  const [dueOn, setDueOn] = useState('');
  const send = useMutation(openCampaignMutation(useQueryClient()));
  return (
    <Dialog title={t.open} onClose={onClose}>
      <div className="dialog-form">
        <TextField label={t.name} value={name} onChange={setName} />
        <DayField label={t.asOf} value={asOf} onChange={setAsOf} />
        <DayField label={t.dueOn} value={dueOn} onChange={setDueOn} />
        {send.error && <Trouble error={send.error} title={t.refused} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            type="primary"
            disabled={name.trim() === '' || asOf === '' || dueOn === ''}
            loading={send.isPending}
            onClick={() => send.mutate({ name: name.trim(), asOf, dueOn }, { onSuccess: onClose })}
          >
            {t.start}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
