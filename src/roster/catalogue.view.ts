import { Injectable } from '@nestjs/common';
import { ReferenceStore } from '../law/reference.store.js';
import { PositionStore } from '../registry/position.store.js';
import { UnitStore } from '../registry/unit.store.js';
import type { CodeNames } from './facets.js';
import type { Work } from './sheet-kind.js';

/** Units, positions and ranks in force on a batch's day, as far as a comparison asks for them. */
export interface Catalogue {
  readonly names: CodeNames;
  readonly rankCodes: ReadonlySet<string>;
  readonly unitId: (code: string) => number | undefined;
  readonly positionId: (code: string) => number | undefined;
  /** Whether the Party committee manages the title. */
  readonly isPartyManaged: (code: string | null) => boolean;
}

@Injectable()
export class CatalogueView {
  constructor(
    private readonly units: UnitStore,
    private readonly positions: PositionStore,
    private readonly reference: ReferenceStore,
  ) {}

  async on({ manager, actor, batch }: Work): Promise<Catalogue> {
    const units = await this.units.inForceOn(manager, actor, batch.asOf);
    const positions = await this.positions.inForceOn(manager, actor, batch.asOf);
    const ranks = await this.reference.ranks(manager);
    const unitOf = new Map(units.map((unit) => [unit.code, unit]));
    const positionOf = new Map(positions.map((position) => [position.code, position]));
    return {
      names: {
        unit: (code) => unitOf.get(code)?.name ?? code,
        position: (code) => positionOf.get(code)?.name ?? code,
      },
      rankCodes: new Set(ranks.map(({ code }) => code)),
      unitId: (code) => unitOf.get(code)?.id,
      positionId: (code) => positionOf.get(code)?.id,
      isPartyManaged: (code) => positionOf.get(code ?? '')?.partyManaged === true,
    };
  }
}
