import type { AccountView } from '../../access/account/account.js';
import { ROLE_NAMES } from '../../access/why/why.rules.js';
import type { Batch } from '../../roster/batch.js';
import { dayText } from '../../shared/day.js';
import { instantText } from '../../shared/instant.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';
import { SHEET_TITLES } from '../sheets/sheet-titles.js';

const BLOCKS: Readonly<Record<string, string>> = { government: 'Chính quyền', party: 'Đảng' };

/** The accounts as their page shows them: neither passwords nor keys, and nothing that opens a door. */
export function accountsSheet(
  accounts: readonly AccountView[],
  notice: readonly string[],
): SheetSpec {
  return {
    ...{ name: 'Tài khoản', title: 'DANH SÁCH TÀI KHOẢN', paper: 'A4', notice },
    columns: [
      { label: 'TT', width: 5, align: 'center' },
      { label: 'Họ và tên', width: 28 },
      { label: 'Tên đăng nhập', width: 20 },
      { label: 'Vai trò', width: 18 },
      { label: 'Khối', width: 13 },
      { label: 'Phạm vi', width: 50 },
      { label: 'Tình trạng', width: 30 },
      { label: 'Lần dùng gần nhất', width: 18 },
    ],
    rows: accounts.map((each, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, each.name, each.login, ROLE_NAMES[each.role]],
        each.block === null ? null : (BLOCKS[each.block] ?? each.block),
        scopeText(each),
        stateText(each),
        each.lastSeenAt === null ? 'chưa dùng' : instantText(each.lastSeenAt.toISOString()),
      ],
    })),
  };
}

function scopeText({ scope, closedScope }: AccountView): string | null {
  const units = scope.map(({ unitCode, unitName, startsOn, endsOn }) => {
    const until = endsOn === null ? '' : ` đến trước ${dayText(endsOn)}`;
    return `${unitName ?? unitCode} (từ ${dayText(startsOn)}${until})`;
  });
  const all = [...units, ...(closedScope ? ['chức danh cấp ủy quản lý'] : [])];
  return all.length === 0 ? null : all.join('; ');
}

function stateText(account: AccountView): string {
  if (account.disabled) return 'đã khóa';
  const { oneTimePassword, passwordExpired, secondFactor } = account;
  return [
    'đang dùng',
    ...(oneTimePassword ? ['mật khẩu dùng một lần'] : []),
    ...(passwordExpired ? ['mật khẩu đã hết hạn'] : []),
    ...(secondFactor ? ['có lớp xác thực thứ hai'] : []),
  ].join(', ');
}

const STATES: Readonly<Record<Batch['state'], string>> = {
  staged: 'Chưa ghi',
  promoted: 'Đã ghi vào sổ',
  undone: 'Đã hoàn tác',
};

/** Batches with their counts, as they stand in the database. */
export function batchesSheet(batches: readonly Batch[], notice: readonly string[]): SheetSpec {
  const count = (label: string) => ({ label, width: 9, align: 'right' as const });
  return {
    ...{ name: 'Các lần nhập', title: 'CÁC LẦN NHẬP DANH SÁCH', paper: 'A3', notice },
    columns: [
      { label: 'TT', width: 5, align: 'center' },
      { label: 'Số', width: 7, align: 'right' },
      { label: 'Nơi gửi', width: 32 },
      { label: 'Loại bảng', width: 22 },
      { label: 'Số liệu ngày', width: 12, kind: 'date' },
      { label: 'Gửi lúc', width: 18 },
      { label: 'Tình trạng', width: 16 },
      { label: 'Ghi hoặc hoàn tác lúc', width: 18 },
      { label: 'Tệp', width: 40 },
      ...['Số dòng', 'Người', 'Thêm mới', 'Thay đổi', 'Giữ nguyên'].map(count),
      ...['Để riêng', 'Chờ tỉnh', 'Ô đã sửa', 'Lỗi', 'Cảnh báo', 'Ghi chú'].map(count),
    ],
    rows: batches.map((each, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, each.id, each.sender, SHEET_TITLES[each.kind], each.asOf],
        ...[
          instantText(each.createdAt),
          STATES[each.state],
          writtenAt(each),
          each.files.join('; '),
        ],
        ...[each.rows, each.people, each.added, each.changed, each.unchanged],
        ...[each.setAside, each.held, each.corrections, each.errors, each.warnings, each.notes],
      ],
    })),
  };
}

function writtenAt({ undoneAt, promotedAt }: Batch): string | null {
  const at = undoneAt ?? promotedAt;
  return at === null ? null : instantText(at);
}
