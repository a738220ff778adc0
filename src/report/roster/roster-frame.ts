import type { Day } from '../../shared/day.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';

/** What stands around a table of the registry. */
export interface RosterFrame {
  readonly on: Day;
  readonly provinceName: string;
  /** The unit that the table is about; null = all. */
  readonly unitName: string | null;
  /** Lines under the title before its own: that the people are invented. */
  readonly notice: readonly string[];
}

/** Agency, paper and signatures: A3, landscape, to be dated and signed by hand. */
export function frameOf({
  provinceName,
  unitName,
}: RosterFrame): Pick<SheetSpec, 'agency' | 'paper' | 'signature'> {
  const place = provinceName.replace(/^(Tỉnh|Thành phố)\s+/u, '');
  const agency =
    unitName === null
      ? {
          superior: `ỦY BAN NHÂN DÂN ${provinceName.toLocaleUpperCase('vi')}`,
          name: 'SỞ NỘI VỤ',
        }
      : {
          superior: provinceName.toLocaleUpperCase('vi'),
          name: unitName.toLocaleUpperCase('vi'),
        };
  return {
    agency,
    paper: 'A3',
    signature: {
      placeAndDay: `${place}, ngày …… tháng …… năm ………`,
      signers: [{ title: 'NGƯỜI LẬP BIỂU' }, { title: 'THỦ TRƯỞNG CƠ QUAN' }],
    },
  };
}
