import { useQuery } from '@tanstack/react-query';

import { AddressField } from '../../components/address-field.js';
import { Choice } from '../../components/choice.js';
import { FileLink } from '../../components/file-link.js';
import { Pages } from '../../components/pages.js';
import { SidePanel } from '../../components/side-panel.js';
import { Answered, Nothing } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { type CampaignPeopleFilter, campaignPeopleQuery } from '../../lib/api/campaigns.js';
import type { CampaignDetail, CampaignPerson } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { type QueryParams, useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { FAULTS, peopleChange, shownState } from './campaign-link.js';
import { campaignText } from './campaign.text.js';

const PAGE = 20;

/** What the address narrows the list by. */
function filterOf(get: QueryParams['get']): CampaignPeopleFilter {
  const of = get('people');
  const state = shownState(get);
  const fault = [...FAULTS, 'any' as const].find((each) => each === get('fault'));
  const search = (get('name') ?? '').trim();
  return {
    ...(of === 'all' ? state !== 'all' && { state } : of !== null && { unit: of }),
    ...(fault && { fault }),
    ...(search !== '' && { search }),
  };
}

/** The people of a unit or of all units shown, over the table; which ones stands in the address. */
export function CampaignPeople({ campaign }: { readonly campaign: CampaignDetail }) {
  const t = useText(campaignText);
  const params = useQueryParams();
  const of = params.get('people');
  if (of === null) return null;
  const unit = campaign.items.find(({ unitCode }) => unitCode === of);
  const state = shownState(params.get);
  const all = state === 'all' || state === 'remind' ? t[state] : t[`state.${state}`];
  return (
    <SidePanel
      open
      title={unit?.unitName ?? t.allUnits(all)}
      subtitle={campaign.name}
      onClose={() => params.set(peopleChange(null))}
    >
      <div className="filters">
        <Choice
          label={t.faults}
          value={params.get('fault') ?? ''}
          options={[
            { value: '', label: t.everybody },
            { value: 'any', label: t.anyFault },
            ...FAULTS.map((value) => ({ value, label: t[`fault.${value}`] })),
          ]}
          onChange={(fault) => params.set({ fault, page: null })}
        />
        <AddressField name="name" label={t.search} />
      </div>
      <People id={campaign.id} withUnit={unit === undefined} />
    </SidePanel>
  );
}

function People({ id, withUnit }: { readonly id: number; readonly withUnit: boolean }) {
  const t = useText(campaignText);
  const { number } = useFormat();
  const params = useQueryParams();
  const filter = filterOf(params.get);
  const page = { offset: (pageOf(params.get) - 1) * PAGE, limit: PAGE };
  const asked = new URLSearchParams({ ...filter });
  return (
    <Answered query={useQuery(campaignPeopleQuery(id, filter, page))} rows={8}>
      {({ total, items }) => (
        <>
          <p className="sub">
            {t.found(number(total))}{' '}
            {total > 0 && (
              <TakeList
                title={t.peopleBook}
                address={`/api/roster-campaigns/${id}/people.xlsx?${asked.toString()}`}
              />
            )}
          </p>
          {total === 0 && <Nothing>{t.nobodyFound}</Nothing>}
          <ul>
            {items.map((person) => (
              <PersonLine key={person.staffId} person={person} withUnit={withUnit} />
            ))}
          </ul>
          <Pages total={total} pageSize={PAGE} />
        </>
      )}
    </Answered>
  );
}

interface LineProps {
  readonly person: CampaignPerson;
  readonly withUnit: boolean;
}

function PersonLine({ person, withUnit }: LineProps) {
  const t = useText(campaignText);
  const { fullName, faults } = person;
  const where = [person.positionName, person.divisionName, withUnit ? person.unitName : null];
  return (
    <li className="person">
      <div className="person-head">
        <strong>{fullName}</strong>
        <FileLink staffId={person.staffId} name={fullName} />
      </div>
      <div className="sub">{where.filter(Boolean).join(', ')}</div>
      {faults.length > 0 && (
        <div className="short-text">{faults.map((each) => t[`fault.${each}`]).join(', ')}</div>
      )}
    </li>
  );
}
