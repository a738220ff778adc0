import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { DayField } from '../../components/day-field.js';
import { Dialog } from '../../components/dialog.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { campaignQuery, campaignsQuery, openCampaignMutation } from '../../lib/api/campaigns.js';
import { today } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { peopleChange, shownState, STATES } from './campaign-link.js';
import { CampaignPeople } from './campaign-people.js';
import { campaignText } from './campaign.text.js';
import { UnitTable } from './campaign-units.js';

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
                  onChange={(value) =>
                    params.set({ campaign: value, 'units-page': null, ...peopleChange(null) })
                  }
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

function OfCampaign({ id }: { readonly id: number }) {
  const t = useText(campaignText);
  const { day, number } = useFormat();
  const params = useQueryParams();
  const query = useQuery(campaignQuery(id));
  const shown = shownState(params.get);
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
        const choose = (value: string) =>
          params.set({ units: value === 'remind' ? null : value, 'units-page': null });
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
                onChange={choose}
              />
            </div>
            <dl className="counts">
              {STATES.map((state) => (
                <div key={state}>
                  <dt>{t[`state.${state}`]}</dt>
                  <dd>
                    <button
                      type="button"
                      className="link-button"
                      aria-pressed={shown === state}
                      aria-label={`${t[`state.${state}`]}: ${number(of(state).length)}`}
                      onClick={() => choose(state)}
                    >
                      {number(of(state).length)}
                    </button>
                  </dd>
                </div>
              ))}
            </dl>
            <UnitTable campaign={campaign} units={of(shown)} />
            <CampaignPeople campaign={campaign} />
          </>
        );
      }}
    </Answered>
  );
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
