import { unitOfRow } from '../../../registry/unit-sheet.js';
import { thingTable, type ThingColumn } from './thing-table.js';

/** Named as in `data/dien-bien/units_new.csv`, with the span and the legal basis. */
export const UNIT_COLUMNS: readonly ThingColumn[] = [
  { column: 'code', label: 'Mã đơn vị', known: ['ma', 'ma xa', 'ma dvhc'] },
  { column: 'name', label: 'Tên đơn vị', known: ['ten', 'don vi', 'ten xa', 'ten xa phuong'] },
  { column: 'kind', label: 'Loại đơn vị', known: ['loai', 'loai hinh', 'cap'] },
  {
    column: 'parent_code',
    label: 'Mã đơn vị cấp trên',
    known: ['ma cap tren', 'ma huyen', 'truc thuoc', 'district code'],
  },
  { column: 'area_km2', label: 'Diện tích (km2)', known: ['dien tich', 'dien tich km', 'dt km2'] },
  { column: 'population', label: 'Dân số (người)', known: ['dan so', 'quy mo dan so'] },
  { column: 'lat', label: 'Vĩ độ', known: ['latitude'] },
  { column: 'lon', label: 'Kinh độ', known: ['longitude'] },
  { column: 'zone', label: 'Khu vực', known: ['khu vuc i ii iii', 'xa khu vuc'] },
  { column: 'border', label: 'Xã biên giới', known: ['bien gioi', 'border'] },
  { column: 'starts_on', label: 'Từ ngày', known: ['ngay thanh lap', 'hieu luc tu'] },
  { column: 'last_on', label: 'Đến hết ngày', known: ['den ngay', 'hieu luc den'] },
  { column: 'legal_basis', label: 'Căn cứ pháp lý', known: ['can cu', 'nghi quyet'] },
];

export const UNITS_TABLE = thingTable({
  ...{ table: 'units', name: 'đơn vị', columns: UNIT_COLUMNS },
  essential: [['code'], ['name'], ['kind']],
  subject: (cells) => cells.text('name') || cells.text('code'),
  read: (cells) => {
    const unit = unitOfRow(cells);
    if (unit === null) return null;
    return {
      ...{ code: unit.code, name: unit.name, kind: unit.kind, parent_code: unit.parentCode },
      ...{ area_km2: unit.areaKm2, population: unit.population },
      ...{ lat: unit.latitude, lon: unit.longitude, zone: unit.zone, border: unit.border },
      ...{ starts_on: cells.day('starts_on'), last_on: cells.day('last_on') },
      legal_basis: cells.text('legal_basis') || null,
    };
  },
});
