import { useQuery } from '@tanstack/react-query';

import { positionsQuery } from '../api/positions.js';
import type { LawKey } from '../api/shapes.js';
import { today } from '../day.js';
import { useFormat } from '../format.js';
import { positionName } from '../position-name.js';
import { defineText, useText } from './define-text.js';
import { useLanguage } from './language.js';
import pairs from './law-texts.json';
import { words, wordFor } from './words.js';

const lawWords = defineText(
  {
    yes: 'Có',
    no: 'Không',
    emptyList: 'không có',
    'item.transfer': 'điều động',
    'item.secondment': 'biệt phái',
    'item.discipline': 'đang xem xét kỷ luật',
    'item.prosecution': 'đang bị điều tra, thanh tra',
    'item.grave-illness': 'đang điều trị bệnh hiểm nghèo',
    'item.study-or-seconded': 'đang học dài hạn hoặc biệt phái',
    'item.maternity': 'thai sản, nuôi con dưới 36 tháng',
    'item.hard-circumstances': 'hoàn cảnh đặc biệt khó khăn',
    'item.other': 'trường hợp khác',
    'item.excellent': 'hoàn thành xuất sắc',
    'item.good': 'hoàn thành tốt',
    'item.contract': 'hợp đồng',
    'item.recruit': 'tuyển dụng, tiếp nhận',
    'item.train': 'đào tạo',
    'item.second': 'biệt phái',
    'item.mountain': 'miền núi, vùng cao',
    'item.island': 'hải đảo',
    'item.highland': 'tỉnh miền núi, vùng cao, biên giới',
    'item.city': 'thành phố trực thuộc trung ương',
  },
  {
    yes: 'Yes',
    no: 'No',
    emptyList: 'none',
    'item.transfer': 'transfer',
    'item.secondment': 'secondment',
    'item.discipline': 'discipline under way',
    'item.prosecution': 'prosecution or inspection',
    'item.grave-illness': 'grave illness',
    'item.study-or-seconded': 'long study or seconded',
    'item.maternity': 'maternity, child under 36 months',
    'item.hard-circumstances': 'specially hard circumstances',
    'item.other': 'other case',
    'item.excellent': 'excellent',
    'item.good': 'good',
    'item.contract': 'contract',
    'item.recruit': 'recruit or receive',
    'item.train': 'train',
    'item.second': 'second',
    'item.mountain': 'mountain and highland',
    'item.island': 'island',
    'item.highland': 'mountain, highland or border province',
    'item.city': 'centrally run city',
  },
);

const [TO_VIETNAMESE, TO_ENGLISH] = [0, 1].map(
  (to) => new Map(pairs.map((pair) => [pair[1 - to] ?? '', pair[to] ?? ''])),
);

/** The texts that came with the law in the reader's language; what somebody typed stays as it is. */
export function lawTextIn(language: 'vi' | 'en', text: string): string {
  return (language === 'vi' ? TO_VIETNAMESE : TO_ENGLISH)?.get(text) ?? text;
}

export interface LawWords {
  readonly said: (text: string) => string;
  readonly value: (value: unknown, kind: LawKey['kind'] | undefined) => string;
}

/** Sources, notes and values of the law in the reader's words. */
export function useLawWords(): LawWords {
  const { language } = useLanguage();
  const t = useText(lawWords);
  const w = useText(words);
  const { day, exact } = useFormat();
  const { data: positions } = useQuery(positionsQuery(today()));
  const item = (code: unknown): string => {
    if (typeof code === 'number') return exact(code);
    const text = String(code);
    const found = positions?.find((each) => each.code === text);
    if (found) return positionName(found, language);
    const own = wordFor(t, 'item', text);
    return own === text ? wordFor(w, 'division', text) : own;
  };
  return {
    said: (text) => lawTextIn(language, text),
    value: (value, kind) => {
      if (typeof value === 'boolean') return value ? t.yes : t.no;
      if (Array.isArray(value))
        return value.length === 0 ? t.emptyList : value.map(item).join('; ');
      if (typeof value === 'string' && kind === 'day') return day(value);
      return typeof value === 'string' ? lawTextIn(language, item(value)) : item(value);
    },
  };
}
