import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';

import { AtChoice } from '../../components/at-choice.js';
import { Choice } from '../../components/choice.js';
import { Filters } from '../../components/filters.js';
import type { At } from '../../lib/api/at.js';
import { communesQuery } from '../../lib/api/communes.js';
import type { UnitsOf } from '../../lib/api/units.js';
import { fieldsQuery } from '../../lib/api/fields.js';
import type { Configuration, Scenario } from '../../lib/api/shapes.js';
import { useFieldName } from '../../lib/field-name.js';
import { useQueryParams, type QueryParams } from '../../lib/query-params.js';
import { useReach } from '../../lib/reach.js';
import { common } from '../../lib/text/common.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { SHOWN, SORTS, type BoardFilter } from './board-filter.js';
import { gapText } from './gap.text.js';

const ZONES = ['I', 'II', 'III'] as const;

interface Props {
  readonly at: At;
  readonly unitsOf: UnitsOf;
  readonly filter: BoardFilter;
  readonly configuration: Configuration;
  readonly scenarios: readonly Scenario[];
}

export function BoardFilters({ at, unitsOf, filter, configuration, scenarios }: Props) {
  const params = useQueryParams();
  return (
    <Filters
      active={activeFilters(params).length}
      first={
        <AtChoice
          at={at}
          scenarios={scenarios}
          configuration={configuration}
          onChange={(change) => params.set({ ...change, cell: null })}
        />
      }
    >
      <ContentChoices filter={filter} />
      <PlaceChoices filter={filter} unitsOf={unitsOf} />
      <LastChoices filter={filter} />
    </Filters>
  );
}

function ContentChoices({ filter }: { readonly filter: BoardFilter }) {
  const t = useText(gapText);
  const w = useText(words);
  const params = useQueryParams();
  const fieldOptions = useFieldOptions();
  const reach = useReach();
  return (
    <>
      <Choice
        label={w.block}
        value={filter.block}
        options={[
          ...reach.blocks.map((block) => ({ value: block, label: w[`block.${block}`] })),
          { value: 'all', label: w.allBlocks },
        ]}
        onChange={(block) =>
          params.set({ block: block === reach.firstBlock ? null : block, cell: null })
        }
      />
      <Choice
        label={t.columns}
        value={filter.by}
        options={[
          { value: 'position', label: t.byPosition },
          { value: 'field', label: t.byField },
        ]}
        onChange={(by) => params.set({ by: by === 'field' ? by : null, cell: null })}
      />
      <Choice
        label={t.show}
        value={filter.show}
        options={SHOWN.map((show) => ({
          value: show,
          label: show === 'both' ? t['show.both'] : w[show],
        }))}
        onChange={(show) => params.set({ show: show === 'both' ? null : show })}
      />
      <Choice
        searchable
        label={w.field}
        value={filter.field ?? ''}
        options={[{ value: '', label: t.anyField }, ...fieldOptions]}
        onChange={(field) => params.set({ field })}
      />
    </>
  );
}

function useFieldOptions() {
  const fields = useQuery(fieldsQuery()).data;
  const nameOf = useFieldName(fields);
  return (fields ?? []).map(({ code }) => ({ value: code, label: nameOf(code) }));
}

function PlaceChoices({ filter, unitsOf }: Pick<Props, 'filter' | 'unitsOf'>) {
  const t = useText(gapText);
  const w = useText(words);
  const params = useQueryParams();
  const communes = useQuery(communesQuery(unitsOf)).data ?? [];
  return (
    <>
      <Choice
        searchable
        label={w.commune}
        value={filter.commune ?? ''}
        options={[
          { value: '', label: w.all },
          ...communes.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(commune) => params.set({ commune })}
      />
      <Choice
        label={w.zone}
        value={filter.zone ?? ''}
        options={[
          { value: '', label: t.anyZone },
          ...ZONES.map((zone) => ({ value: zone, label: w.zoneLong(zone) })),
        ]}
        onChange={(zone) => params.set({ zone })}
      />
      <Choice
        label={w.border}
        value={filter.border ?? ''}
        options={[
          { value: '', label: t.anywhere },
          { value: 'yes', label: t.borderOnly },
          { value: 'no', label: t.inland },
        ]}
        onChange={(border) => params.set({ border })}
      />
    </>
  );
}

const FILTERS = { zone: null, border: null, field: null, short: null, commune: null };

function activeFilters({ get }: QueryParams): string[] {
  return Object.keys(FILTERS).filter((name) => get(name) !== null);
}

function LastChoices({ filter }: { readonly filter: BoardFilter }) {
  const t = useText(gapText);
  const c = useText(common);
  const params = useQueryParams();
  return (
    <>
      <Choice
        label={t.sort}
        value={filter.sort}
        options={SORTS.map((sort) => ({ value: sort, label: t[`sort.${sort}`] }))}
        onChange={(sort) => params.set({ sort: sort === 'need' ? null : sort })}
      />
      <Checkbox
        className="filter-check"
        checked={filter.onlyShort}
        onChange={(event) => params.set({ short: event.target.checked ? '1' : null })}
      >
        {t.onlyShort}
      </Checkbox>
      {activeFilters(params).length > 0 && (
        <Button onClick={() => params.set(FILTERS)}>{c.clearFilters}</Button>
      )}
    </>
  );
}
