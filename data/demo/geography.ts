import { readTable } from './tables.js';
import type { Chance } from './random.js';

export interface OldCommune {
  readonly code: string;
  /** Official name, "Xã Mường Phăng". */
  readonly name: string;
  /** The spelling of resolution 1661 with the kind, where it differs. */
  readonly otherName: string | null;
  readonly districtCode: string;
  readonly newCode: string;
}

export interface NewCommune {
  readonly code: string;
  readonly name: string;
  readonly border: boolean;
  readonly population: number;
  readonly oldCodes: readonly string[];
}

export interface District {
  readonly code: string;
  /** Official name, "Huyện Mường Nhé". */
  readonly name: string;
  readonly oldCodes: readonly string[];
  /** New communes that hold one of its communes. */
  readonly newCodes: readonly string[];
}

/** Điện Biên on the eve and after: 10 districts, 129 old and 45 new communes. */
export interface Geography {
  readonly districts: readonly District[];
  readonly oldCommunes: ReadonlyMap<string, OldCommune>;
  readonly newCommunes: ReadonlyMap<string, NewCommune>;
}

function kindOf(name: string): string {
  return /^(Xã|Phường|Thị trấn) /.exec(name)?.[0] ?? '';
}

function readOldCommunes(): OldCommune[] {
  const successor = new Map(
    readTable('dien-bien/merge_map.csv').map((row) => [row['old_code'], row['new_code'] ?? '']),
  );
  return readTable('dien-bien/units_old.csv').map((row) => {
    const name = row['name'] ?? '';
    const other = row['name_in_resolution_1661'];
    return {
      code: row['code'] ?? '',
      name,
      otherName: other === undefined || other === '' ? null : kindOf(name) + other,
      districtCode: row['district_code'] ?? '',
      newCode: successor.get(row['code']) ?? '',
    };
  });
}

function readNewCommunes(old: readonly OldCommune[]): NewCommune[] {
  return readTable('dien-bien/units_new.csv').map((row) => ({
    code: row['code'] ?? '',
    name: row['name'] ?? '',
    border: row['border'] !== 'none',
    population: Number(row['population_2019_census']),
    oldCodes: old.filter((unit) => unit.newCode === row['code']).map((unit) => unit.code),
  }));
}

function districtsOf(old: readonly OldCommune[]): District[] {
  const names = new Map(
    readTable('dien-bien/units_old.csv').map((row) => [
      row['district_code'] ?? '',
      row['district_name'] ?? '',
    ]),
  );
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => {
      const own = old.filter((unit) => unit.districtCode === code);
      return {
        code,
        name,
        oldCodes: own.map((unit) => unit.code),
        newCodes: [...new Set(own.map((unit) => unit.newCode))].sort(),
      };
    });
}

export function readGeography(): Geography {
  const old = readOldCommunes();
  return {
    districts: districtsOf(old),
    oldCommunes: new Map(old.map((unit) => [unit.code, unit])),
    newCommunes: new Map(readNewCommunes(old).map((unit) => [unit.code, unit])),
  };
}

/** "huyện Mường Nhé", "thành phố Điện Biên Phủ", "thị xã Mường Lay": inside a sentence. */
export function inSentence(name: string): string {
  return name.replace(/^\S+( (Xã|phố))?/, (kind) => kind.toLowerCase());
}

/** "Xã X, huyện Y" of an old commune. */
export function placeText(code: string, geography: Geography): string {
  const commune = geography.oldCommunes.get(code);
  const district = geography.districts.find((one) => one.code === commune?.districtCode);
  if (commune === undefined || district === undefined) throw new RangeError(`No commune ${code}`);
  return `${commune.name}, ${inSentence(district.name)}`;
}

/** A home commune: the commune of work, else one of its successor, else one of the district, at times far away. */
export function homeFor(
  near: { readonly oldCode: string | null; readonly districtCode: string },
  geography: Geography,
  chance: Chance,
): string {
  const district = geography.districts.find((one) => one.code === near.districtCode);
  const own = near.oldCode === null ? undefined : geography.oldCommunes.get(near.oldCode);
  const cluster = own === undefined ? [] : (geography.newCommunes.get(own.newCode)?.oldCodes ?? []);
  const choices: (readonly [readonly string[], number])[] = [
    [own === undefined ? [] : [own.code], 55],
    [cluster, 15],
    [district?.oldCodes ?? [], 20],
    [[...geography.oldCommunes.keys()], own === undefined ? 12 : 8],
  ];
  return chance.pick(chance.weighted(choices.filter(([codes]) => codes.length > 0)));
}
