import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { AskedCampaign, UnitRoster } from './unit-roster.js';

/** What units have signed in a campaign; the stage of rosters provides the answer to later stages beside it. */
export abstract class SignedRosters {
  /** @throws NotFound `campaign.unknown` */
  abstract campaign(manager: EntityManager, actor: Actor, id: number): Promise<AskedCampaign>;

  /** Of every unit that the campaign asks and the actor sees. @throws NotFound `campaign.unknown` */
  abstract rosters(manager: EntityManager, actor: Actor, id: number): Promise<UnitRoster[]>;
}
