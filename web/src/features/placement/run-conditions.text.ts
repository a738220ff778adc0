import { defineText } from '../../lib/text/define-text.js';

export const runConditionsText = defineText(
  {
    title: 'Điều kiện kèm theo',
    help: 'Để trống là không đặt điều kiện. Điều kiện về vợ chồng, tỷ lệ điều động, kiêm nhiệm và mức thay đổi không bao giờ bị vi phạm; nếu tỉnh không đủ người thì điều kiện về tiếng dân tộc, về nữ và chỗ kiêm nhiệm chưa có người được nêu rõ.',
    couples: 'Vợ chồng cách nhau không quá (km; 0 = cùng xã)',
    movedOut: 'Mỗi đơn vị cũ điều động ra ngoài không quá (%)',
    women: 'Mỗi xã có ít nhất (% nữ)',
    norms:
      'Không khối nào của xã vượt biên chế được giao; người vượt chờ sắp xếp trong thời hạn chuyển tiếp',
    speakersUnit: 'Xã cần người biết tiếng dân tộc',
    language: 'Tiếng',
    count: 'Số người',
    addSpeakers: 'Thêm xã',
    removeSpeakers: (unit: string, language: string) => `Bỏ: ${unit}, tiếng ${language}`,
    speakers: (unit: string, language: string, count: string) =>
      `${unit}: ít nhất ${count} người biết tiếng ${language}`,
    jointUnit: 'Xã có vị trí kiêm nhiệm',
    jointMain: 'Người giữ vị trí',
    jointAlso: 'Kiêm nhiệm vị trí',
    addJoint: 'Thêm kiêm nhiệm',
    removeJoint: (joint: string) => `Bỏ: ${joint}`,
    joint: (unit: string, main: string, also: string) =>
      `${unit}: người giữ ${main} kiêm nhiệm ${also}`,
    keepRun: 'Giữ theo lần chạy đã công bố',
    keepNone: 'Không giữ',
    keepMost: 'Được đổi chỗ nhiều nhất (người)',
    wrongNumber: 'Cần một số không âm.',
    wrongPercent: 'Cần số nguyên từ 0 đến 100.',
  },
  {
    title: 'Further conditions',
    help: 'Empty asks for nothing. Couples, the share moved out, joint posts and the number of changes are never broken; where the province has too few speakers or women, or nobody for a joint post, the run says so.',
    couples: 'Spouses at most (km apart; 0 = one commune)',
    movedOut: 'Moved out of each old unit at most (%)',
    women: 'Women in each commune at least (%)',
    norms: 'No block of a commune over its norm; whoever is over waits for the interim',
    speakersUnit: 'Commune that needs speakers',
    language: 'Language',
    count: 'People',
    addSpeakers: 'Add commune',
    removeSpeakers: (unit: string, language: string) => `Remove: ${unit}, ${language}`,
    speakers: (unit: string, language: string, count: string) =>
      `${unit}: at least ${count} who speak ${language}`,
    jointUnit: 'Commune with a joint post',
    jointMain: 'Who holds',
    jointAlso: 'Holds as well',
    addJoint: 'Add joint post',
    removeJoint: (joint: string) => `Remove: ${joint}`,
    joint: (unit: string, main: string, also: string) =>
      `${unit}: who holds ${main} holds ${also} as well`,
    keepRun: 'Keep to the announced run',
    keepNone: 'Do not keep',
    keepMost: 'May change at most (people)',
    wrongNumber: 'A number from 0 on is needed.',
    wrongPercent: 'A whole number from 0 to 100 is needed.',
  },
);
