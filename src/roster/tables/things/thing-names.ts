import type { RegistryRow } from '../../../registry/registry-rows.store.js';
import { addDays, type Day } from '../../../shared/day.js';
import type { ThingValues } from './thing-values.js';

/** Something that has a code during a span; those of the sheets themselves have no id yet. */
interface Coded {
  readonly id: number | null;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId: number | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

/** Reference data that positions name. */
export interface PositionReferences {
  readonly fields: ReadonlySet<string>;
  readonly majorGroups: ReadonlySet<string>;
  readonly ranks: ReadonlySet<string>;
}

/** Units and positions by code and day. */
export class ThingNames {
  private readonly unitsByCode: ReadonlyMap<string, readonly Coded[]>;
  private readonly positionsByCode: ReadonlyMap<string, readonly Coded[]>;
  private readonly byId: ReadonlyMap<string, Coded>;

  constructor(
    readonly provinceCode: string,
    private readonly units: readonly RegistryRow[],
    private readonly positions: readonly RegistryRow[],
    readonly references: PositionReferences,
    /** What the sheets themselves make, without ids. */
    added: { readonly units: readonly Coded[]; readonly positions: readonly Coded[] } = NONE,
  ) {
    const [ownUnits, ownPositions] = [units.map(codedOf), positions.map(codedOf)];
    this.unitsByCode = byCode([...ownUnits, ...added.units]);
    this.positionsByCode = byCode([...ownPositions, ...added.positions]);
    this.byId = new Map([
      ...ownUnits.map((each) => [`unit ${each.id}`, each] as const),
      ...ownPositions.map((each) => [`position ${each.id}`, each] as const),
    ]);
  }

  /** The same with what the rows of a table would make. */
  with(table: string, made: readonly ThingValues[]): ThingNames {
    if (table !== 'units' && table !== 'positions') return this;
    const coded = made.map(madeOf);
    return new ThingNames(this.provinceCode, this.units, this.positions, this.references, {
      units: table === 'units' ? coded : [],
      positions: table === 'positions' ? coded : [],
    });
  }

  unit(code: string, day: Day): Coded | null {
    return inForce(this.unitsByCode.get(code), day);
  }

  /** The last one of that code. */
  anyUnit(code: string): Coded | null {
    return this.unitsByCode.get(code)?.at(-1) ?? null;
  }

  /** The part of that kind of a unit. */
  division(unitCode: string, kind: string, day: Day): Coded | null {
    const parent = this.unit(unitCode, day)?.id ?? null;
    if (parent === null) return null;
    const found = this.units.find(
      (row) =>
        row['parent_id'] === parent &&
        row['kind'] === kind &&
        inForce([codedOf(row)], day) !== null,
    );
    return found === undefined ? null : codedOf(found);
  }

  /** Codes of a unit and of all that lies in it. */
  below(code: string, day: Day): ReadonlySet<string> {
    const on = this.unitsOn(day);
    const found = new Set([code]);
    for (let grown = true; grown;) {
      const codes = new Map(on.map((each) => [each.id, each.code]));
      const more = on.filter(
        ({ parentId, code: own }) => found.has(codes.get(parentId) ?? '') && !found.has(own),
      );
      for (const each of more) found.add(each.code);
      grown = more.length > 0;
    }
    return found;
  }

  position(code: string, day: Day): Coded | null {
    return inForce(this.positionsByCode.get(code), day);
  }

  /** The first and the last of a code's versions: what is succeeded, and what succeeds. */
  positionVersion(code: string, which: 'first' | 'last'): Coded | null {
    return this.positionsByCode.get(code)?.at(which === 'first' ? 0 : -1) ?? null;
  }

  unitOfId(id: unknown): Coded | null {
    return this.byId.get(`unit ${String(id)}`) ?? null;
  }

  positionOfId(id: unknown): Coded | null {
    return this.byId.get(`position ${String(id)}`) ?? null;
  }

  /** Codes of units in force on a day, with their names. */
  unitsOn(day: Day): readonly Coded[] {
    return [...this.unitsByCode.values()].flatMap((versions) => inForce(versions, day) ?? []);
  }

  /** Codes of positions in force on a day, with their names. */
  positionsOn(day: Day): readonly Coded[] {
    return [...this.positionsByCode.values()].flatMap((versions) => inForce(versions, day) ?? []);
  }
}

/** Codes that a sheet may name: of units and positions in force on its day, of fields. */
export interface CodesToName {
  readonly units: readonly string[];
  readonly positions: readonly string[];
  readonly fields: readonly string[];
}

/** All of them on a day. */
export function codesOn(names: ThingNames, day: Day): CodesToName {
  const codeOf = ({ code }: Coded): string => code;
  return {
    units: names.unitsOn(day).map(codeOf),
    positions: names.positionsOn(day).map(codeOf),
    fields: [...names.references.fields],
  };
}

const NONE = { units: [], positions: [] };

function codedOf(row: RegistryRow): Coded {
  return {
    id: row.id,
    code: String(row['code']),
    name: String(row['name']),
    kind: typeof row['kind'] === 'string' ? row['kind'] : '',
    parentId: (row['parent_id'] as number | null | undefined) ?? null,
    startsOn: String(row['starts_on']),
    endsOn: (row['ends_on'] as Day | null | undefined) ?? null,
  };
}

function madeOf(values: ThingValues): Coded {
  const last = values['last_on'] as Day | null | undefined;
  return {
    ...{ id: null, parentId: null, code: String(values['code']) },
    name: String(values['name'] ?? values['name_vi'] ?? ''),
    kind: String(values['kind'] ?? ''),
    startsOn: String(values['starts_on']),
    endsOn: last == null ? null : addDays(last, 1),
  };
}

function byCode(all: readonly Coded[]): ReadonlyMap<string, readonly Coded[]> {
  const found = new Map<string, Coded[]>();
  for (const each of [...all].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)))
    found.set(each.code, [...(found.get(each.code) ?? []), each]);
  return found;
}

function inForce(versions: readonly Coded[] | undefined, day: Day): Coded | null {
  return (
    versions?.find(
      ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn > day),
    ) ?? null
  );
}
