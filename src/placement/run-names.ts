import type { EntityManager } from 'typeorm';
import type { Point } from '../scenario/facts.js';

export interface NamedUnit {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parentCode: string | null;
  readonly isNew: boolean;
  readonly point: Point | null;
}

interface NamedPosition {
  readonly code: string;
  readonly name: string;
}

/** Where somebody was, in words. */
export interface OldPlace {
  readonly oldUnitName: string;
  readonly oldDistrictName: string | null;
  readonly oldPositionName: string;
}

/** Where somebody is to be, in words. */
export interface NewPlace {
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly unitName: string | null;
  readonly positionName: string | null;
}

/** Names of units and positions as the run's scenario froze them; a code may mean one unit before and another after. */
export class RunNames {
  private readonly before = new Map<string, NamedUnit>();
  private readonly after = new Map<string, NamedUnit>();
  private readonly positions: ReadonlyMap<string, string>;

  constructor(units: readonly NamedUnit[], positions: readonly NamedPosition[]) {
    for (const unit of units) (unit.isNew ? this.after : this.before).set(unit.code, unit);
    this.positions = new Map(positions.map(({ code, name }) => [code, name]));
  }

  /** Codes of a commune and its divisions. */
  unitsOf(commune: string): string[] {
    return withDivisions(commune, this.after);
  }

  /** Codes of an old unit and its divisions; communes of a district are units of their own. */
  oldUnitsOf(unit: string): string[] {
    return withDivisions(unit, this.before);
  }

  oldPlace(unitCode: string, positionCode: string): OldPlace {
    const from = this.before.get(unitCode);
    const district = this.before.get(from?.parentCode ?? '');
    return {
      oldUnitName: from?.name ?? unitCode,
      oldDistrictName: district?.level === 'district' ? district.name : null,
      oldPositionName: this.positions.get(positionCode) ?? positionCode,
    };
  }

  newPlace(unitCode: string | null, positionCode: string | null): NewPlace {
    const to = unitCode === null ? undefined : this.place(unitCode);
    const commune = this.communeOf(unitCode);
    return {
      communeCode: commune?.code ?? null,
      communeName: commune?.name ?? null,
      unitName: to?.name ?? null,
      positionName: positionCode === null ? null : (this.positions.get(positionCode) ?? null),
    };
  }

  /** The unit itself, or the one that its division belongs to. */
  communeOf(unitCode: string | null): NamedUnit | undefined {
    const to = unitCode === null ? undefined : this.place(unitCode);
    return to?.level === 'division' ? this.place(to.parentCode ?? '') : to;
  }

  private place(code: string): NamedUnit | undefined {
    return this.after.get(code) ?? this.before.get(code);
  }
}

function withDivisions(code: string, units: ReadonlyMap<string, NamedUnit>): string[] {
  const divisions = [...units.values()].filter(
    ({ level, parentCode }) => level === 'division' && parentCode === code,
  );
  return [code, ...divisions.map((unit) => unit.code)];
}

export async function findRunNames(
  manager: EntityManager,
  provinceCode: string,
  runId: number,
): Promise<RunNames> {
  const asked = [provinceCode, runId];
  return new RunNames(
    await manager.query<NamedUnit[]>(UNITS, asked),
    await manager.query<NamedPosition[]>(POSITIONS, asked),
  );
}

/** Frozen facts of the scenario of run $2. */
export const FACTS_OF_RUN = `FROM scenario_facts fact
  JOIN placement_runs run ON run.province_code = $1 AND run.id = $2 AND run.scenario_id = fact.scenario_id
  WHERE fact.province_code = $1`;

const UNITS = `SELECT fact->>'code' AS code, fact->>'name' AS name, fact->>'level' AS level,
  fact->>'parentCode' AS "parentCode", (fact->>'isNew')::boolean AS "isNew", nullif(fact->'point', 'null') AS point
  ${FACTS_OF_RUN} AND fact.kind = 'unit'`;

/** Of a code's versions the last one names it. */
const POSITIONS = `SELECT fact->>'code' AS code, fact->>'name' AS name ${FACTS_OF_RUN} AND fact.kind = 'position'
  ORDER BY fact->>'startsOn'`;
