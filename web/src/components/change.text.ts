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
    'basis.at-least':
      'Lần chạy có điều kiện kèm theo. Mức thay đổi nêu ở đây chưa tính các điều kiện ấy nên là mức ít nhất; muốn biết mức đúng hãy đặt chỉ định rồi chạy lại.',
    'basis.without-conditions':
      'Lần chạy có điều kiện kèm theo nên không có mức đổi chỗ chính xác. Mức thay đổi nêu ở đây tính trên phương án tốt nhất không kèm điều kiện, không phải trên lần chạy này; muốn biết mức đúng hãy đặt chỉ định rồi chạy lại.',
    'basis.rule':
      'Lần chạy theo thâm niên: ai lâu năm hơn chọn trước, không tối ưu mục tiêu nào nên từng chỗ không có giá. Nơi không vướng quy định thì người chọn trước đã giữ, hoặc người này chọn nơi hợp với mình hơn. Câu hỏi “nếu thay đổi” được trả lời bằng cách xếp lại theo đúng quy tắc.',
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
    'basis.at-least':
      'The run has conditions. The changes shown here leave them out, so they are the least; to know the exact change, pin and run again.',
    'basis.without-conditions':
      'The run has conditions, so no exact change is known. The changes shown here are of the best placement without them, not of this run; to know the exact change, pin and run again.',
    'basis.rule':
      'The run goes by seniority: whoever has served longer chooses first, and no aim is optimised, so single places have no price. A place that no rule closes is held by somebody who chose before, or this person chose one that suits better. A “what if” is answered by placing everybody again by the rule.',
  },
);
