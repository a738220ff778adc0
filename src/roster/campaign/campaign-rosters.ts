import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SignedRosters } from '../../registry/signed-rosters.js';
import type { AskedCampaign, UnitRoster } from '../../registry/unit-roster.js';
import type { Actor } from '../../shared/actor.js';
import { CampaignService } from './campaign.service.js';

/** Answers stages that may not import this one what units have signed. */
@Injectable()
export class CampaignRosters extends SignedRosters {
  constructor(private readonly campaigns: CampaignService) {
    super();
  }

  async campaign(manager: EntityManager, actor: Actor, id: number): Promise<AskedCampaign> {
    const { name, asOf } = await this.campaigns.foundWithin(manager, actor, id);
    return { id, name, asOf };
  }

  async rosters(manager: EntityManager, actor: Actor, id: number): Promise<UnitRoster[]> {
    const { units } = await this.campaigns.readWithin(manager, actor, id);
    return units.map(({ unitCode, state, signature, changedSince, people }) => ({
      ...{ unitCode, changedSince, signed: signature !== null, sent: state !== 'not-sent' },
      people: people.map(({ lowestUnitCode, ...person }) => ({
        ...person,
        unitCode: lowestUnitCode,
      })),
    }));
  }
}
