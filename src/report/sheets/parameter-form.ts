import type { KnownKey } from '../../law/law-version.js';
import type { StandingRow } from '../../law/versions.plan.js';
import { markText } from '../../roster/export-marks.js';
import { CONTENT, valuesOfVersion } from '../../roster/tables/law/parameter.plan.js';
import { PARAMETER_COLUMNS } from '../../roster/tables/law/parameters.table.js';
import { parametersOn, scopesOf, unitOfScope } from '../../rules/parameters.js';
import { EVIDENCE_WORDS, written } from '../../registry/sheet-words.js';
import { type Day, isInForce } from '../../shared/day.js';
import type { CellInput } from '../../sheet/sheet-spec.js';
import type { Form, FormRow } from './sheet-form.js';
import { columnsOf, type FormWords } from './thing-forms.js';

interface Given {
  readonly rows: readonly StandingRow[];
  readonly keys: readonly KnownKey[];
  readonly on: Day;
  readonly provinceCode: string;
}

/** Every parameter in force on the day: the province's value or else the nation's, and what units have of their own. */
export function parameterForm(words: FormWords, given: Given): Form {
  const { rows, keys, on, provinceCode } = given;
  const names = new Map(keys.map(({ key, nameVi }) => [key, nameVi]));
  const province = new Set(parametersOn(rows, on, scopesOf(provinceCode)).rows.values());
  const shown = rows.filter(
    (row) =>
      isInForce(row, on) && (province.has(row) || unitOfScope(provinceCode, row.scope) !== null),
  );
  return {
    ...words,
    columns: columnsOf(PARAMETER_COLUMNS),
    rows: shown.map((row): FormRow => {
      const values = valuesOfVersion(row, provinceCode);
      const value = typeof row.value === 'number' ? row.value : values['value'];
      const cells = {
        ...values,
        ...{ value, parameter_name: names.get(row.key) ?? null },
        evidence: written(row.evidence, EVIDENCE_WORDS),
      } as Readonly<Record<string, CellInput>>;
      const went = Object.fromEntries(CONTENT.map((column) => [column, values[column] ?? null]));
      return { cells, mark: markText(row.id, went) };
    }),
  };
}
