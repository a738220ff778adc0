import { type OldPlace, RunNames } from '../../placement/run-names.js';
import type { ScenarioFacts } from '../../scenario/facts.js';

/** Names of old and new units and of positions as a scenario froze them; an unknown code names itself. */
export class MergerNames {
  private readonly names: RunNames;

  constructor({ units, positions }: Pick<ScenarioFacts, 'units' | 'positions'>) {
    this.names = new RunNames(units, positions);
  }

  oldPlace(unitCode: string, positionCode: string): OldPlace {
    return this.names.oldPlace(unitCode, positionCode);
  }

  oldUnit(code: string): string {
    return this.names.oldPlace(code, '').oldUnitName;
  }

  newUnit(code: string): string {
    return this.names.newPlace(code, null).unitName ?? code;
  }
}
