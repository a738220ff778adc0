import type { JointPost, RunOrder, Speakers } from '../../lib/api/shapes.js';

/** What is typed into the form of conditions. */
export interface ConditionDraft {
  readonly couples: string;
  readonly movedOut: string;
  readonly women: string;
  readonly speakers: readonly Speakers[];
  readonly norms: boolean;
  readonly joint: readonly JointPost[];
  /** Id of a run; empty = none is kept to. */
  readonly keepRun: string;
  readonly keepMost: string;
}

export const NO_CONDITIONS: ConditionDraft = {
  couples: '',
  movedOut: '',
  women: '',
  speakers: [],
  norms: false,
  joint: [],
  keepRun: '',
  keepMost: '',
};

export type WrongField = 'couples' | 'movedOut' | 'women' | 'keepMost';

/** Fields that cannot be read. */
export function wrongFields(draft: ConditionDraft): WrongField[] {
  const wrong: WrongField[] = [];
  if (!/^\d*([.,]\d+)?$/.test(draft.couples.trim())) wrong.push('couples');
  if (!isPercent(draft.movedOut)) wrong.push('movedOut');
  if (!isPercent(draft.women)) wrong.push('women');
  if (draft.keepRun !== '' && !/^\d{1,6}$/.test(draft.keepMost.trim())) wrong.push('keepMost');
  return wrong;
}

function isPercent(text: string): boolean {
  return /^\d{0,3}$/.test(text.trim()) && Number(text) <= 100;
}

/** The conditions as the API takes them; what is empty is left out. */
export function conditionsOf(draft: ConditionDraft): Pick<RunOrder, 'side' | 'keep'> {
  const { couples, movedOut, women, speakers, norms, joint, keepRun, keepMost } = draft;
  const side = {
    couplesWithinKm: numberOf(couples),
    movedOutPercent: numberOf(movedOut),
    womenPercent: numberOf(women),
    speakers: [...speakers],
    norms,
    joint: [...joint],
  };
  return {
    side,
    ...(keepRun === '' ? {} : { keep: { runId: Number(keepRun), most: Number(keepMost) } }),
  };
}

function numberOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  return trimmed === '' ? null : Number(trimmed);
}
