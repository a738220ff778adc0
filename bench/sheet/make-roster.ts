import exceljs from 'exceljs';
import { csvRecords } from '../../src/sheet/csv-records.js';

/** A roster of one sheet with 25 columns, written by exceljs' stream: not by our own writer, and in little memory. */
export interface RosterSize {
  readonly rows: number;
  /** In every row a birthday that never was, a personal number too short, a unit and a position that nobody knows. */
  readonly wrong: boolean;
}

const LABELS = [
  ...['TT', 'Số định danh cá nhân (CCCD)', 'Họ và tên', 'Giới tính', 'Ngày, tháng, năm sinh'],
  ...['Dân tộc', 'Tôn giáo', 'Nơi ở hiện nay', 'Đơn vị công tác', 'Chức vụ, chức danh'],
  ...['Ngày tuyển dụng', 'Trình độ văn hóa', 'Trình độ chuyên môn', 'Chuyên ngành'],
  ...['Hình thức đào tạo', 'Trường đào tạo', 'Lý luận chính trị', 'Quản lý nhà nước'],
  ...['Ngoại ngữ', 'Tin học', 'Mã ngạch', 'Bậc', 'Hệ số', 'Chứng chỉ', 'Ghi chú'],
];
const FAMILY = ['Lò', 'Quàng', 'Cà', 'Giàng', 'Vàng', 'Nguyễn', 'Lường', 'Tòng', 'Sùng', 'Điêu'];
const GIVEN = ['Hặc', 'Páo', 'Ún', 'Mỷ', 'Thương', 'Dính', 'Hòa', 'Chứ', 'Lả', 'Tủa', 'Phương'];
const DAY_FORMAT = 'dd/mm/yyyy';

/** @param units bytes of `units_old.csv` */
export async function makeRoster(
  path: string,
  { rows, wrong }: RosterSize,
  units: Uint8Array,
): Promise<void> {
  const names = uniqueNames(units);
  const options = { filename: path, useStyles: true, useSharedStrings: true };
  const book = new exceljs.stream.xlsx.WorkbookWriter(options);
  const sheet = book.addWorksheet('Danh sách');
  sheet.addRow(LABELS).commit();
  for (let index = 0; index < rows; index++) {
    const unit = names[index % names.length] ?? '';
    const row = sheet.addRow(cellsOf(index, { wrong, unit }));
    for (const column of [5, 11]) row.getCell(column).numFmt = DAY_FORMAT;
    row.commit();
  }
  await book.commit();
}

/** Names that stand once in the province, so that a name alone says which unit is meant. */
function uniqueNames(units: Uint8Array): string[] {
  const [header = [], ...rows] = csvRecords(units);
  const at = header.indexOf('name');
  const names = rows.map((row) => row[at] ?? '').filter((name) => name !== '');
  return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
}

function cellsOf(
  index: number,
  { wrong, unit }: { readonly wrong: boolean; readonly unit: string },
): (string | number | Date)[] {
  const male = index % 2 === 0;
  const year = 1970 + (index % 28);
  const born = new Date(Date.UTC(year, index % 12, 1 + (index % 28)));
  const number = `011${male ? 0 : 1}${year % 100}${String(index).padStart(6, '0')}`;
  const step = 1 + (index % 9);
  const coefficient = Number((2.34 + 0.33 * (step - 1)).toFixed(2));
  const name = `${FAMILY[index % 10]} ${male ? 'Văn' : 'Thị'} ${GIVEN[index % 11]} ${GIVEN[Math.floor(index / 11) % 11]}`;
  return [
    ...[index + 1, wrong ? number.slice(0, 7) : number, name, male ? 'Nam' : 'Nữ'],
    ...[wrong ? `31/02/${year}` : born, 'Thái', 'Không', `Bản ${index % 90}, tỉnh Điện Biên`],
    ...(wrong
      ? [`Xã Không Có ${index % 100}`, `Chức danh lạ ${index % 100}`]
      : [unit, 'Công chức Văn phòng - thống kê']),
    ...[new Date(Date.UTC(year + 24, 8, 1)), '12/12', 'Đại học', 'Luật', 'Chính quy'],
    ...[`Trường Đại học số ${index % 40}`, 'Trung cấp', 'Chuyên viên', 'Tiếng Anh B1'],
    ...['Tin học cơ bản', '01.003', step, coefficient, 'Không', `Hồ sơ số ${index + 1}`],
  ];
}
