import { BadInput } from '../shared/errors.js';

/** An anchor as it stands on paper. */
export interface PaperAnchor {
  readonly entryId: number;
  /** The first 32 or more hexadecimal digits of the seal. */
  readonly seal: string;
}

/** 128 bits: nobody finds another chain with the same, and a person can still copy them. */
const DIGITS = 32;
const GROUP = 4;

/** The beginning of a seal for paper: `3fa1 09bc …`, eight groups of four. */
export function groupedSeal(seal: string): string {
  return (seal.slice(0, DIGITS).match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join(' ');
}

/**
 * Reads `ID:SEAL`; spaces and hyphens between the groups are as one likes.
 *
 * @throws BadInput `audit.anchor-unreadable`
 */
export function readPaperAnchor(text: string): PaperAnchor {
  const [, id = '', groups = ''] = /^\s*(\d{1,15})\s*:([\s\S]*)$/.exec(text) ?? [];
  const seal = groups.replace(/[\s-]/g, '').toLowerCase();
  if (id !== '' && /^[0-9a-f]+$/.test(seal) && seal.length >= DIGITS && seal.length <= 64)
    return { entryId: Number(id), seal };
  throw new BadInput(
    'audit.anchor-unreadable',
    `Không đọc được mốc "${text}": cần dạng <mục>:<niêm phong>, ví dụ 120:3fa1 09bc …, đủ ${DIGITS} chữ số (0–9, a–f).`,
  );
}
