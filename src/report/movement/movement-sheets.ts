import type { MovementKind, MovementState } from '../../movement/movement.js';
import type { MovementLineResponse } from '../../movement/movement.responses.js';
import type { EndingsResponse } from '../../movement/secondment/secondment.responses.js';
import { dayBefore } from '../../shared/day.js';
import type { ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';

/** What a workbook of movements holds. */
export interface MovementBook {
  readonly moves: readonly MovementLineResponse[];
  readonly endings: EndingsResponse;
  readonly notice: readonly string[];
}

const KINDS: Readonly<Record<MovementKind, string>> = {
  transfer: 'Điều động',
  secondment: 'Biệt phái',
  'secondment-extension': 'Gia hạn biệt phái',
  'secondment-end': 'Kết thúc biệt phái sớm',
  rotation: 'Luân chuyển',
  appointment: 'Bổ nhiệm',
  reception: 'Tiếp nhận',
  return: 'Trở lại',
  leaving: 'Thôi làm việc, nghỉ hưu',
};
const STATES: Readonly<Record<MovementState, string>> = {
  planned: 'Dự kiến',
  heard: 'Đã lấy ý kiến',
  decided: 'Có quyết định',
  'taken-back': 'Đã hoàn tác',
  withdrawn: 'Đã bỏ',
};

const ORDINAL: ColumnSpec = { label: 'TT', width: 5, align: 'center' };
const day = (label: string): ColumnSpec => ({ label, kind: 'date', width: 13, align: 'center' });
const text = (label: string, width: number): ColumnSpec => ({ label, width });

/** A sheet of the movements, one of what ends next. */
export function movementSheets(book: MovementBook): SheetSpec[] {
  return [movesSheet(book), endingsSheet(book)];
}

/** Whose name the reader may not see has none here either. */
function movesSheet({ moves, notice }: MovementBook): SheetSpec {
  return {
    ...{ name: 'Từng người', title: 'ĐIỀU ĐỘNG, BIỆT PHÁI, BỔ NHIỆM TỪNG NGƯỜI', notice },
    ...{ paper: 'A3', frozenColumns: 2 },
    columns: [
      ...[ORDINAL, text('Họ và tên', 24), text('Hình thức', 20)],
      { label: 'Từ', columns: [text('Vị trí', 30), text('Đơn vị', 26)] },
      { label: 'Đến', columns: [text('Vị trí', 30), text('Đơn vị', 26)] },
      ...[day('Từ ngày'), day('Đến hết ngày'), text('Trạng thái', 15), day('Ngày gặp')],
      ...[text('Số quyết định', 18), day('Ngày quyết định')],
    ],
    rows: moves.map((move, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, move.fullName || null, KINDS[move.kind]],
        ...[move.fromPositionName, move.fromUnitName, move.toPositionName, move.toUnitName],
        ...[move.startsOn, lastDay(move.endsOn), STATES[move.state], move.heardOn],
        ...[move.decisionNumber, move.decidedOn],
      ],
    })),
  };
}

function endingsSheet({ endings: { items, marks }, notice }: MovementBook): SheetSpec {
  const told = [...marks].sort((a, b) => b - a).join(', ');
  return {
    ...{ name: 'Sắp hết hạn', title: 'BIỆT PHÁI, LUÂN CHUYỂN, NHIỆM KỲ SẮP HẾT HẠN' },
    ...{ notice: [...notice, `Báo trước ${told} ngày.`], paper: 'A3', frozenColumns: 2 },
    columns: [
      ...[ORDINAL, text('Họ và tên', 24), text('Hình thức', 20)],
      ...[text('Vị trí', 30), text('Đơn vị', 26), day('Từ ngày'), day('Đến hết ngày')],
      { label: 'Còn (ngày)', width: 10, align: 'right' },
      { label: 'Mốc báo (ngày)', width: 10, align: 'right' },
      { label: 'Chỗ thiếu lại', width: 10, align: 'right' },
    ],
    rows: items.map((each, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, each.fullName, KINDS[each.kind], each.positionName, each.unitName],
        ...[each.startsOn, lastDay(each.endsOn), each.daysLeft, each.alarm, each.reopens],
      ],
    })),
  };
}

function lastDay(endsOn: string | null): string | null {
  return endsOn === null ? null : dayBefore(endsOn);
}
