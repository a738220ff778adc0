import type { MergerDraft } from '../../../registry/merger-drafts.js';
import type { MergerMapRow } from '../../../registry/merger-map-sheet.js';
import type { NormSheetRow, SeatSheetRow } from '../../../registry/seat-sheet.js';
import { levelOf } from '../../../registry/unit-kinds.js';
import type { UnitRow } from '../../../registry/unit-sheet.js';
import type { UnitKind } from '../../../rules/vocabulary.js';
import { type Day, dayIn } from '../../../shared/day.js';
import { folded } from '../../../shared/text.js';
import type { ThingRecord } from '../things/thing-table.js';
import type { ThingFault, ThingValues } from '../things/thing-values.js';

/** The lines of the sheet that tells of the plan. */
export const ABOUT = {
  name: 'Tên phương án',
  legalBasis: 'Căn cứ pháp lý',
  rulesOn: 'Ngày áp dụng quy định',
  description: 'Mô tả',
} as const;
export type AboutItem = keyof typeof ABOUT;

export function aboutItem(text: string): AboutItem | null {
  const items = Object.keys(ABOUT) as AboutItem[];
  return items.find((item) => folded(ABOUT[item]) === folded(text)) ?? null;
}

/** What the sheets say together. */
export function draftOf(
  records: readonly ThingRecord[],
  { asOf, batchId, provinceCode }: Given,
): MergerDraft {
  const of = (table: ThingRecord['table']): ThingValues[] =>
    records.filter((each) => each.table === table && each.isReadable).map(({ said }) => said);
  const about = new Map(
    of('about').map(({ item, content }) => [aboutItem(String(item)), String(content)]),
  );
  return {
    name: about.get('name') || `Phương án từ lần nhập số ${batchId}`,
    description: about.get('description') ?? '',
    effectiveOn: asOf,
    rulesOn: dayIn(about.get('rulesOn') ?? '') ?? asOf,
    legalBasis: about.get('legalBasis') ?? '',
    newUnits: of('units').map((values) => unitRow(values, provinceCode)),
    map: of('unit_successions').map(mapRow),
    seats: of('establishments').map(seatRow),
    norms: of('norms').map(normRow),
  };
}

interface Given {
  readonly asOf: Day;
  readonly batchId: number;
  readonly provinceCode: string;
}

/** What is wrong with a line that tells of the plan. */
export function aboutFaults({ table, said }: ThingRecord): ThingFault[] {
  if (table !== 'about') return [];
  const item = aboutItem(String(said['item']));
  const content = String(said['content']);
  if (item === null)
    return [
      {
        ...{ column: 'item', code: 'merger.about-unknown' },
        message: `Không rõ mục này. Các mục: ${Object.values(ABOUT).join(', ')}.`,
      },
    ];
  if (item !== 'rulesOn' || content === '' || dayIn(content) !== null) return [];
  return [
    {
      ...{ column: 'content', code: 'roster.day-incomplete' },
      message: 'Ô này cần đủ ngày, tháng, năm, ví dụ 01/07/2025.',
    },
  ];
}

const text = (values: ThingValues, column: string): string => String(values[column] ?? '');

function unitRow(values: ThingValues, provinceCode: string): UnitRow {
  const kind = text(values, 'kind') as UnitKind;
  const number = (column: string): number | null =>
    (values[column] as number | null | undefined) ?? null;
  return {
    ...{ code: text(values, 'code'), name: text(values, 'name'), kind, level: levelOf(kind) },
    parentCode: (values['parent_code'] as string | null | undefined) ?? provinceCode,
    zone: (values['zone'] as UnitRow['zone'] | undefined) ?? null,
    border: values['border'] === true,
    ...{ areaKm2: number('area_km2'), population: number('population') },
    ...{ latitude: number('lat'), longitude: number('lon') },
  };
}

function mapRow(values: ThingValues): MergerMapRow {
  return {
    ...{ oldCode: text(values, 'old_code'), newCode: text(values, 'new_code') },
    share: (values['share'] as number | null | undefined) ?? null,
    kind: (values['note'] as MergerMapRow['kind'] | undefined) ?? null,
    main: (values['main'] as boolean | null | undefined) ?? null,
  };
}

function seatRow(values: ThingValues): SeatSheetRow {
  return {
    unitCode: text(values, 'unit_code'),
    divisionKind: (values['division_kind'] as SeatSheetRow['divisionKind'] | undefined) ?? null,
    positionCode: text(values, 'position_code'),
    ...{ seats: Number(values['seats'] ?? 0), required: Number(values['required'] ?? 0) },
  };
}

function normRow(values: ThingValues): NormSheetRow {
  return {
    unitCode: text(values, 'unit_code'),
    block: values['block'] as NormSheetRow['block'],
    headcount: Number(values['headcount'] ?? 0),
  };
}
