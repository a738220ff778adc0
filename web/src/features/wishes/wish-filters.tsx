import { useQuery } from '@tanstack/react-query';

import { AddressField } from '../../components/address-field.js';
import { Choice } from '../../components/choice.js';
import { Filters } from '../../components/filters.js';
import { communesQuery } from '../../lib/api/communes.js';
import type { WishFilter } from '../../lib/api/wishes.js';
import { type QueryParams, useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { wishesText } from './wishes.text.js';

const LISTS = ['all', 'first', 'top-three', 'unmet', 'worst', 'none'] as const;
const KINDS = ['stay', 'move', 'retire-early', 'leave'] as const;
const ORDERS = ['worst', 'name', 'far'] as const;

/** What the address narrows the list by; what means nothing is left out. */
export function filterOf(get: QueryParams['get']): WishFilter {
  const kind = KINDS.find((each) => each === get('kind'));
  const commune = get('commune');
  const search = (get('search') ?? '').trim();
  return {
    list: LISTS.find((each) => each === get('list')) ?? 'all',
    order: ORDERS.find((each) => each === get('order')) ?? 'worst',
    ...(kind && { kind }),
    ...(commune !== null && { commune }),
    ...(search !== '' && { search }),
  };
}

/** @param props.unitsOn the day whose communes are offered. */
export function WishFilters({ unitsOn }: { readonly unitsOn: string }) {
  const t = useText(wishesText);
  const w = useText(words);
  const params = useQueryParams();
  const { list, kind, commune, search, order } = filterOf(params.get);
  const communes = useQuery(communesQuery(unitsOn)).data ?? [];
  const choose = (name: string) => (value: string) => params.set({ [name]: value, page: null });
  return (
    <Filters
      active={[kind, commune, search].filter(Boolean).length}
      first={
        <Choice
          label={t.list}
          value={list}
          options={LISTS.map((value) => ({ value, label: t[`list.${value}`] }))}
          onChange={choose('list')}
        />
      }
    >
      <Choice
        label={t.kind}
        value={kind ?? ''}
        options={[
          { value: '', label: w.all },
          ...KINDS.map((value) => ({ value, label: t[`kind.${value}`] })),
        ]}
        onChange={choose('kind')}
      />
      <Choice
        searchable
        label={t.placedIn}
        value={commune ?? ''}
        options={[
          { value: '', label: w.all },
          ...communes.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={choose('commune')}
      />
      <AddressField name="search" label={t.search} />
      <Choice
        label={t.sort}
        value={order}
        options={ORDERS.map((value) => ({ value, label: t[`order.${value}`] }))}
        onChange={choose('order')}
      />
    </Filters>
  );
}
