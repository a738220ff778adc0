import { isSettled, type ParameterRow, type ParameterSet } from '../rules/parameters.js';

/** The version of a parameter that decided a figure. */
export interface UsedParameter {
  readonly key: string;
  readonly value: unknown;
  readonly scope: string;
  readonly startsOn: string;
  readonly evidence: ParameterRow['evidence'];
  readonly sourceDocument: string;
  readonly sourceArticle: string;
  readonly note: string;
  /** Neither found nor confirmed: what it decides is an assumption. */
  readonly assumed: boolean;
}

/** The versions behind the keys, in their order; keys that are not in force are left out. */
export function usedParameters(set: ParameterSet, keys: readonly string[]): UsedParameter[] {
  return keys.flatMap((key) => {
    const row = set.rows.get(key);
    return row === undefined ? [] : [usedParameter(row)];
  });
}

function usedParameter({ source, ...row }: ParameterRow): UsedParameter {
  return {
    key: row.key,
    value: row.value,
    scope: row.scope,
    startsOn: row.startsOn,
    evidence: row.evidence,
    sourceDocument: source.document,
    sourceArticle: source.article,
    note: row.note,
    assumed: !isSettled(row.evidence),
  };
}
