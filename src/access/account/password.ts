import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import { BadInput } from '../../shared/errors.js';
import { folded } from '../../shared/text.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
/** A password for the first sign-in is worth nothing after that. @source product decision, docs/security.md */
export const ONE_TIME_PASSWORD_HOURS = 72;
/** 0 to 4: "safely unguessable" begins at 3. */
const LEAST_SCORE = 3;
/** Argon2id as OWASP's Password Storage Cheat Sheet (2025) has it: 19 MiB, two passes, one lane; the library's defaults. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What an outsider tries first: words of the office, without diacritics. The list stands in docs/asvs.md too. */
export const OFFICE_WORDS = [
  ...['botri', 'matkhau', 'quantri', 'lanhdao', 'canbo', 'congchuc', 'vienchuc', 'bienche'],
  ...['noivu', 'tochuc', 'uyban', 'nhandan', 'ubnd', 'hdnd', 'tinhuy', 'danguy', 'vietnam'],
  ...['tinh', 'huyen', 'phuong', 'chinhquyen'],
];
const LEAST_BESIDE_WORDS = 8;

const strength = new ZxcvbnFactory({
  dictionary: common.dictionary,
  graphs: common.adjacencyGraphs,
});

export function hashOfPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), PARAMETERS);
}

/** Takes the same time whether there is an account or not. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodysHash()), password.normalize('NFC'));
  return matches && stored !== null;
}

let nobody: Promise<string> | null = null;

function nobodysHash(): Promise<string> {
  return (nobody ??= hashOfPassword(oneTimePassword()));
}

/** @throws BadInput `access.weak-password` with what to do. */
export function mustBeStrong(password: string, known: readonly string[]): void {
  const refuse = (message: string): never => {
    throw new BadInput('access.weak-password', message);
  };
  if (password.length < SHORTEST_PASSWORD)
    refuse(`Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự. Một câu ngắn, dễ nhớ là tốt nhất.`);
  if (password.length > LONGEST_PASSWORD) refuse(`Mật khẩu tối đa ${LONGEST_PASSWORD} ký tự.`);
  const { score } = strength.check(password.slice(0, 100), [...known]);
  if (score < LEAST_SCORE || isWordsOnly(password, [...known, ...OFFICE_WORDS]))
    refuse(
      'Mật khẩu này dễ đoán: có trong danh sách mật khẩu thông dụng, hoặc dùng tên của bạn, của cơ quan. Hãy chọn mật khẩu khác.',
    );
}

/** Whether little stands beside the words. */
function isWordsOnly(password: string, words: readonly string[]): boolean {
  const plain = plainLetters(password);
  const longestFirst = words.map(plainLetters).sort((one, two) => two.length - one.length);
  const rest = longestFirst
    .filter((word) => word.length >= 3)
    .reduce((text, word) => text.replaceAll(word, ' '), plain)
    .replaceAll(' ', '');
  return rest !== plain && rest.length < LEAST_BESIDE_WORDS;
}

const plainLetters = (text: string): string => folded(text).replace(/[\s._-]/g, '');

/** Without letters and figures that are taken for one another on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of five characters: about 99 bits. */
export function oneTimePassword(): string {
  const letter = (): string => LETTERS[randomInt(LETTERS.length)] ?? '';
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, letter).join('')).join('-');
}
