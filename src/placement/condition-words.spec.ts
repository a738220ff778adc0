import { describe, expect, it } from '@jest/globals';
import { conditionWords } from './condition-words.js';

describe('conditionWords', () => {
  it('is empty where nothing was asked', () => {
    expect(conditionWords({})).toEqual([]);
  });

  it('says each condition once, couples in one commune apart from a distance', () => {
    const side = {
      couplesWithinKm: 0,
      movedOutPercent: 30,
      womenPercent: 35,
      norms: true,
      speakers: [{ unitCode: '03127', language: 'Mông', count: 2 }],
      joint: [{ unitCode: '03127', positionCode: 'O3', alsoPositionCode: 'O4' }],
    };
    expect(conditionWords({ side, keep: { runId: 7, most: 40 } })).toEqual([
      'vợ chồng ở cùng một xã',
      'mỗi đơn vị cũ điều động ra ngoài không quá 30 %',
      'mỗi xã có ít nhất 35 % nữ',
      '03127 có ít nhất 2 người biết tiếng Mông',
      '03127: một người giữ O3 kiêm nhiệm O4',
      'không khối nào của xã vượt biên chế được giao',
      'đổi chỗ nhiều nhất 40 người so với lần chạy số 7',
    ]);
    const campaign = { campaignId: 3, campaignName: 'Tháng 6', asOf: '2025-06-30' };
    expect(conditionWords({ signed: { ...campaign, units: 2, people: 41 } })).toEqual([
      'chỉ bố trí lại đơn vị đã ký danh sách trong đợt "Tháng 6", giữ 41 người của 2 đơn vị ở đơn vị kế thừa chính',
    ]);
    expect(conditionWords({ signed: { ...campaign, units: 0, people: 0 } })).toEqual([
      'chỉ bố trí lại đơn vị đã ký danh sách trong đợt "Tháng 6"',
    ]);
    const apart = { ...side, couplesWithinKm: 30.5, speakers: [] };
    expect(conditionWords({ side: apart })[0]).toBe('vợ chồng cách nhau không quá 30,5 km');
  });
});
