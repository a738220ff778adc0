import { defineText } from '../lib/text/define-text.js';

export const changeText = defineText(
  {
    same: 'Không thay đổi mục tiêu nào',
    chain: (n: string) => `Chuỗi thay đổi: ${n} người`,
    alone: 'Không ai khác phải đổi chỗ',
    'level.requiredUnfilled': 'Vị trí bắt buộc còn thiếu (trọng số)',
    'level.withoutSeat': 'Người chưa có chỗ',
    'level.fit': 'Điểm chưa phù hợp',
    'level.wishes': 'Điểm nguyện vọng',
    'level.distanceKm': 'Quãng đường, km',
    'level.moved': 'Ngoài đơn vị kế thừa',
  },
  {
    same: 'No aim changes',
    chain: (n: string) => `Chain of moves: ${n} people`,
    alone: 'Nobody else has to move',
    'level.requiredUnfilled': 'Required seats still short (weighted)',
    'level.withoutSeat': 'People without a seat',
    'level.fit': 'Points of imperfect fit',
    'level.wishes': 'Points of wishes',
    'level.distanceKm': 'Distance, km',
    'level.moved': 'Outside the successors',
  },
);
