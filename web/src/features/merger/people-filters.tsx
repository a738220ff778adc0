import { AddressField } from '../../components/address-field.js';
import { Choice } from '../../components/choice.js';
import { Filters } from '../../components/filters.js';
import type { MergerFilter } from '../../lib/api/merger.js';
import { useFormat } from '../../lib/format.js';
import { type QueryParams, useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { peopleText } from './people.text.js';

const LISTS = ['carried', 'decide'] as const;
const ORDERS = ['unit', 'name'] as const;

/** What the address narrows the list by; what means nothing is left out. */
export function filterOf(get: QueryParams['get']): MergerFilter {
  const [from, commune] = [get('from'), get('commune')];
  const search = (get('search') ?? '').trim();
  return {
    list: LISTS.find((each) => each === get('list')) ?? 'carried',
    order: ORDERS.find((each) => each === get('order')) ?? 'unit',
    ...(from !== null && { from }),
    ...(commune !== null && { commune }),
    ...(search !== '' && { search }),
  };
}

interface Named {
  readonly code: string;
  readonly name: string;
}

interface Props {
  /** Old units whose successors the list follows, with its people. */
  readonly sources: readonly (Named & { readonly people: number })[];
  readonly communes: readonly Named[];
}

export function PeopleFilters({ sources, communes }: Props) {
  const t = useText(peopleText);
  const w = useText(words);
  const { number, byName } = useFormat();
  const params = useQueryParams();
  const { list, from, commune, search, order } = filterOf(params.get);
  const choose = (name: string) => (value: string) => params.set({ [name]: value, page: null });
  const sorted = <T extends Named>(units: readonly T[]): T[] =>
    [...units].sort((a, b) => byName(a.name, b.name));
  return (
    <Filters
      active={[from, commune, search].filter(Boolean).length}
      first={
        <Choice
          label={t.list}
          value={list}
          options={LISTS.map((value) => ({ value, label: t[`list.${value}`] }))}
          onChange={(value) => params.set({ list: value, from: null, page: null })}
        />
      }
    >
      <Choice
        searchable
        label={t.from}
        value={from ?? ''}
        options={[
          { value: '', label: w.all },
          ...sorted(sources).map(({ code, name, people }) => ({
            value: code,
            label: t.counted(name, number(people)),
          })),
        ]}
        onChange={choose('from')}
      />
      <Choice
        searchable
        label={t.into}
        value={commune ?? ''}
        options={[
          { value: '', label: w.all },
          ...sorted(communes).map(({ code, name }) => ({ value: code, label: name })),
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
