import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CheckContext } from '../../roster/check.plan.js';
import { readParameterPack } from '../../rules/parameter-pack.js';
import { parametersOn, scopesOf } from '../../rules/parameters.js';
import type { RankStep } from '../../rules/rank-ladder.rules.js';
import { isInForce, type Day } from '../../shared/day.js';
import { BadInput } from '../../shared/errors.js';
import { dataPath } from '../../shared/project-root.js';

type Row = Readonly<Record<string, string>>;

/** First day of the new units; the old ones end on it. */
const REORGANISED_ON: Day = '2025-07-01';

/** A province as the data know it: its own code, and the old provinces whose units count. */
interface Province {
  readonly name: string;
  readonly newCode: string;
  readonly oldNames: readonly string[];
  readonly oldCodes: readonly string[];
}

/** Other spellings of units, and of everything else. */
const SPELLINGS = ['dien-bien/aliases.csv', 'aliases.csv', 'title_aliases.csv'];

/**
 * What a roster of a province is checked against on a day, out of `data/` alone: units in force, the catalogue of positions,
 * ranks and their steps, other spellings, dated parameters.
 *
 * @param code of a province of today; for days before 1 July 2025 also that of a province of then.
 * @throws BadInput `terminal.province` for a code that no province has
 */
export function contextFromData(code: string, day: Day): CheckContext {
  const province = provinceOf(code);
  const aliases = SPELLINGS.flatMap(rows).filter((row) => isInForce(spanOf(row), day));
  const spellingsOf = (kind: string, target: string): readonly string[] =>
    aliases.flatMap((row) =>
      row['kind'] === kind && row['target_code'] === target ? [row['spelling'] ?? ''] : [],
    );
  return {
    asOf: day,
    provinceName: province.name,
    formerProvinceNames: province.oldNames,
    units: unitsOn(province, day).map((unit, id) => ({
      ...{ id, ...unit, aliases: spellingsOf('unit', unit.code) },
    })),
    positions: rows('positions.csv')
      .filter((row) => isInForce(spanOf(row), day))
      .map(({ code: position = '', name_vi: name = '' }) => ({
        code: position,
        spellings: [name, ...spellingsOf('position', position)],
      })),
    majors: rows('majors.csv').map((row) => ({
      spelling: row['spelling'] ?? '',
      majorGroup: row['major_group'] ?? '',
    })),
    ranks: rows('ranks.csv').map(({ code: rank = '', name_vi: name = '' }) => ({
      code: rank,
      name,
      aliases: spellingsOf('rank', rank),
    })),
    ladders: ladders(),
    parameters: parametersOn(parameterRows(), day, scopesOf(province.newCode)).values,
  };
}

function provinceOf(code: string): Province {
  const map = rows('province_map.csv');
  const today = map.filter((row) => row['new_code'] === code);
  const then = map.filter((row) => row['old_code'] === code);
  const [first] = today.length > 0 ? today : then;
  if (first === undefined)
    throw new BadInput(
      'terminal.province',
      `--province "${code}": không có tỉnh nào mang mã này. Cần mã hai chữ số, ví dụ 11.`,
    );
  const isToday = today.length > 0;
  return {
    name: (isToday ? first['new_name'] : first['old_name']) ?? '',
    newCode: first['new_code'] ?? '',
    oldNames: (isToday ? today : then).map((row) => row['old_name'] ?? ''),
    oldCodes: (isToday ? today : then).map((row) => row['old_code'] ?? ''),
  };
}

interface DataUnit {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
}

function unitsOn({ newCode, oldCodes }: Province, day: Day): readonly DataUnit[] {
  const named = ({ code = '', name = '' }: Row) => ({ code, name, parentCode: null });
  if (day >= REORGANISED_ON)
    return rowsOfProvinces('units_new.csv', [newCode]).map((row) => named(row));
  const communes = rowsOfProvinces('units_old.csv', oldCodes).map((row) => ({
    ...named(row),
    parentCode: row['district_code'] ?? null,
  }));
  const districts = rowsOfProvinces('units_district.csv', oldCodes).map((row) => named(row));
  const isListed = new Set(districts.map((each) => each.code));
  // the island districts without communes stand in both lists
  return [...districts, ...communes.filter((each) => !isListed.has(each.code))];
}

function rowsOfProvinces(file: string, codes: readonly string[]): readonly Row[] {
  return rows(file).filter((row) => codes.includes(row['province_code'] ?? ''));
}

function ladders(): ReadonlyMap<string, readonly RankStep[]> {
  const steps = new Map<string, RankStep[]>();
  for (const row of rows('rank_steps.csv')) {
    const rank = row['rank_code'] ?? '';
    const known = steps.get(rank) ?? [];
    known.push({ step: Number(row['step']), coefficient: Number(row['coefficient']) });
    steps.set(rank, known);
  }
  return steps;
}

function parameterRows() {
  return readdirSync(dataPath('rules'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const json: unknown = JSON.parse(readFileSync(dataPath('rules', name), 'utf8'));
      return [...readParameterPack(json).parameters];
    });
}

function spanOf(row: Row): { readonly startsOn: Day; readonly endsOn: Day | null } {
  return { startsOn: row['starts_on'] ?? '', endsOn: row['ends_on'] || null };
}

function rows(file: string): readonly Row[] {
  return parse(readFileSync(dataPath(...file.split('/')), 'utf8'), { columns: true });
}
