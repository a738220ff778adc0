import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import { LawService } from '../../law/law.service.js';
import { numberOf } from '../../rules/parameters.js';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import type { Day } from '../../shared/day.js';
import { BadInput, NotFound, RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { campaignPeople, type PeopleFilter, type PersonOfUnit } from './campaign-people.plan.js';
import {
  campaignState,
  type CampaignState,
  faultsOf,
  isSenderOf,
  qualityOf,
  type RosterFault,
  type RosterQuality,
} from './campaign.rules.js';
import { type Campaign, CampaignStore, type Signature, type UnitPerson } from './campaign.store.js';

const YOUNGEST = 'roster.recruited.youngest-years';

/** How far a unit is in a campaign. */
export interface UnitInCampaign {
  readonly unitCode: string;
  readonly unitName: string;
  readonly state: CampaignState;
  readonly quality: RosterQuality;
  /** SHA-256 of its people as they stand now. */
  readonly hash: string;
  readonly signature: Signature | null;
  /** Signed, and its people have changed since. */
  readonly changedSince: boolean;
  readonly people: readonly JudgedPerson[];
}

/** Somebody of a unit with what is wrong in the registry. */
export interface JudgedPerson extends UnitPerson {
  readonly faults: readonly RosterFault[];
}

export interface CampaignTold {
  readonly campaign: Campaign;
  /** The last day is over. */
  readonly isOver: boolean;
  readonly units: readonly UnitInCampaign[];
}

/** Units are asked for their rosters by a day, and their managers sign what stands in the registry. */
@Injectable()
export class CampaignService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: CampaignStore,
    private readonly law: LawService,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  list(actor: Actor): Promise<Campaign[]> {
    return this.transactions.run(actor, (manager) => this.store.list(manager, actor));
  }

  /**
   * @param campaign without codes every commune, department and district in force on its day is asked.
   * @throws BadInput `campaign.due-before`, `campaign.no-unit`
   */
  open(
    actor: Actor,
    campaign: Pick<Campaign, 'name' | 'asOf' | 'dueOn'> & {
      readonly unitCodes?: readonly string[] | undefined;
    },
  ): Promise<CampaignTold> {
    return this.transactions.run(actor, async (manager) => {
      const { name, asOf, dueOn } = campaign;
      if (dueOn < asOf)
        throw new BadInput('campaign.due-before', 'Hạn gửi phải từ ngày của danh sách trở đi.');
      const known = await this.store.unitsOn(manager, actor, asOf);
      const asked = campaign.unitCodes;
      const unitCodes = asked === undefined ? known : known.filter((code) => asked.includes(code));
      if (unitCodes.length === 0 || (asked !== undefined && unitCodes.length < asked.length))
        throw new BadInput('campaign.no-unit', 'Có đơn vị không có vào ngày của danh sách.', {
          missing: asked?.filter((code) => !known.includes(code)),
        });
      const id = await this.store.insert(manager, actor, { name, asOf, dueOn, unitCodes });
      await this.trail.record(manager, actor, {
        action: 'campaign.opened',
        subject: `campaign/${id}`,
        after: { name, asOf, dueOn },
        details: { units: unitCodes.length },
      });
      return this.readWithin(manager, actor, id);
    });
  }

  /** Whom a campaign asks, as far as the actor sees them. @throws NotFound `campaign.unknown` */
  get(actor: Actor, id: number): Promise<CampaignTold> {
    return this.transactions.run(actor, (manager) => this.readWithin(manager, actor, id));
  }

  /** The people of those units whom a filter leaves. @throws NotFound `campaign.unknown` */
  async people(
    actor: Actor,
    id: number,
    filter: PeopleFilter,
  ): Promise<PersonOfUnit<JudgedPerson>[]> {
    return campaignPeople((await this.get(actor, id)).units, filter);
  }

  /** @throws NotFound `campaign.unknown` */
  async foundWithin(manager: EntityManager, actor: Actor, id: number): Promise<Campaign> {
    const [campaign] = await this.store.list(manager, actor, id);
    if (campaign === undefined) throw unknown(id);
    return campaign;
  }

  /**
   * A manager signs the people of the own unit as they stand now, an officer on behalf of any; it stays on record.
   *
   * @throws NotFound `campaign.unknown`, `campaign.not-asked`; RuleBroken `campaign.nobody`
   */
  sign(actor: Actor, id: number, unitCode: string): Promise<CampaignTold> {
    return this.transactions.run(actor, async (manager) => {
      const { units } = await this.readWithin(manager, actor, id);
      const unit = units.find((each) => each.unitCode === unitCode);
      if (unit === undefined) throw notAsked(unitCode);
      const { quality, hash } = unit;
      if (quality.people === 0)
        throw new RuleBroken('campaign.nobody', 'Đơn vị chưa có ai trong sổ nên chưa ký được.', {
          unitCode,
        });
      const { people, score } = quality;
      const onBehalf = actor.role !== 'manager';
      await this.store.sign(manager, actor, {
        ...{ campaignId: id, unitCode, people, score, hash, onBehalf },
      });
      await this.trail.record(manager, actor, {
        action: 'campaign.signed',
        subject: `campaign/${id}`,
        details: { unitCode, people, score, hash, onBehalf },
      });
      return this.readWithin(manager, actor, id);
    });
  }

  /** As `get`, inside a transaction that does more. */
  async readWithin(manager: EntityManager, actor: Actor, id: number): Promise<CampaignTold> {
    const campaign = await this.foundWithin(manager, actor, id);
    const { asOf, dueOn } = campaign;
    const youngest = await this.youngest(manager, actor, asOf);
    const people = grouped(await this.store.people(manager, actor, campaign));
    const rosters = await this.store.rosters(manager, actor, asOf);
    const signatures = await this.store.signatures(manager, actor, id);
    const asked = await this.store.units(manager, actor, campaign);
    const units = asked.map(({ code, name }): UnitInCampaign => {
      const own = people.get(code) ?? [];
      const hash = hashOf(own);
      const signature = signatures.findLast(({ unitCode }) => unitCode === code) ?? null;
      const sent = rosters.filter(({ sender }) => isSenderOf(sender, name));
      return {
        ...{ unitCode: code, unitName: name, signature, hash },
        people: judged(own, { asOf, youngest }),
        state: campaignState(sent, signature !== null),
        quality: qualityOf(own, { asOf, youngest }),
        changedSince: signature !== null && signature.hash !== hash,
      };
    });
    return { campaign, isOver: this.clock.today() > dueOn, units };
  }

  private async youngest(manager: EntityManager, actor: Actor, day: Day): Promise<number | null> {
    const { values } = await this.law.parametersOn(manager, actor.provinceCode, day);
    return Object.hasOwn(values, YOUNGEST) ? numberOf(values, YOUNGEST) : null;
  }
}

function grouped(people: readonly UnitPerson[]): Map<string, UnitPerson[]> {
  const units = new Map<string, UnitPerson[]>();
  for (const person of people) {
    const own = units.get(person.unitCode);
    if (own === undefined) units.set(person.unitCode, [person]);
    else own.push(person);
  }
  return units;
}

function judged(
  people: readonly UnitPerson[],
  judgedOn: Parameters<typeof faultsOf>[1],
): JudgedPerson[] {
  const faults = faultsOf(people, judgedOn);
  return people.map((person, at) => ({ ...person, faults: faults[at] ?? [] }));
}

function hashOf(people: readonly UnitPerson[]): string {
  const content = people.map((person) => person.content);
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function unknown(id: number): NotFound {
  return new NotFound('campaign.unknown', `Không có đợt gửi danh sách số ${id}.`, { id });
}

/** The same whether the unit is not asked, is not the own one, or does not exist. */
function notAsked(unitCode: string): NotFound {
  return new NotFound(
    'campaign.not-asked',
    `Đợt này không hỏi đơn vị ${unitCode}, hoặc đơn vị này ngoài phạm vi của bạn.`,
    { unitCode },
  );
}
