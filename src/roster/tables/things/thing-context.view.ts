import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReferenceStore } from '../../../law/reference.store.js';
import { RegistryRowsStore } from '../../../registry/registry-rows.store.js';
import type { Actor } from '../../../shared/actor.js';
import { ThingNames } from './thing-names.js';

/** The units, positions and reference data that sheets name. */
@Injectable()
export class ThingContextView {
  constructor(
    readonly rows: RegistryRowsStore,
    private readonly reference: ReferenceStore,
  ) {}

  async names(manager: EntityManager, actor: Actor): Promise<ThingNames> {
    const units = await this.rows.all(manager, actor, { table: 'units', lock: false });
    const positions = await this.rows.all(manager, actor, { table: 'positions', lock: false });
    const fields = await this.reference.fields(manager);
    const majorGroups = await this.reference.majorGroupNames(manager);
    const ranks = await this.reference.ranks(manager);
    return new ThingNames(actor.provinceCode, units, positions, {
      fields: new Set(fields.map(({ code }) => code)),
      majorGroups: new Set(Object.keys(majorGroups)),
      ranks: new Set(ranks.map(({ code }) => code)),
    });
  }
}
