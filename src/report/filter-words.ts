import type { ProposalFilter } from '../placement/proposal-page.view.js';
import type { PlanRow } from './report-data.js';
import { movementTitle } from './report-words.js';

const OUTCOMES: Readonly<Record<PlanRow['outcome'], string>> = {
  seated: 'có vị trí',
  surplus: 'dôi dư',
  leaving: 'nghỉ hưu, thôi việc',
};

interface Names {
  readonly communes: ReadonlyMap<string, string>;
  readonly oldUnits: ReadonlyMap<string, string>;
  readonly positions: ReadonlyMap<string, { readonly name: string }>;
}

/** What a list is narrowed by, as a person would say it; null = by nothing. A code that nobody knows stands as it is. */
export function filterWords(filter: ProposalFilter, names: Names): string | null {
  const { commune, from, position, outcome, movement, moved, search } = filter;
  const said = [
    ...(commune === undefined ? [] : [`đơn vị ${names.communes.get(commune) ?? commune}`]),
    ...(from === undefined ? [] : [`từ đơn vị cũ ${names.oldUnits.get(from) ?? from}`]),
    ...(position === undefined
      ? []
      : [`vị trí ${names.positions.get(position)?.name ?? position}`]),
    ...(outcome === undefined ? [] : [`kết quả ${OUTCOMES[outcome]}`]),
    ...(movement === undefined
      ? []
      : [`hình thức ${movementTitle({ movement, group: null }).toLocaleLowerCase('vi')}`]),
    ...(moved === undefined ? [] : [moved ? 'ra ngoài đơn vị kế thừa' : 'trong đơn vị kế thừa']),
    ...(search === undefined ? [] : [`tên có "${search}"`]),
  ];
  return said.length === 0 ? null : said.join('; ');
}
