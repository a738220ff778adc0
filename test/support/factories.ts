import type { EntityManager } from 'typeorm';
import { Establishment } from '../../src/registry/establishment.entity.js';
import { Position } from '../../src/registry/position.entity.js';
import { Posting } from '../../src/registry/posting.entity.js';
import { Province } from '../../src/registry/province.entity.js';
import { StaffMember } from '../../src/registry/staff-member.entity.js';
import { Unit } from '../../src/registry/unit.entity.js';
import type { Actor } from '../../src/shared/actor.js';
import type { Transactions } from '../../src/shared/transactions.js';
import { TEST_ACTOR, TEST_PROVINCE } from './test-actor.js';

/** The first day of the new units. */
const STARTS_ON = '2025-07-01';

type Keyed = { provinceCode: string; id: number };

/** Puts valid rows into a test's database; a test names only what it is about. */
export class Factories {
  private count = 0;

  constructor(
    private readonly transactions: Transactions,
    private readonly actor: Actor = TEST_ACTOR,
  ) {}

  async aProvince(code: string = TEST_PROVINCE): Promise<string> {
    await this.transactions.run(this.actor, (manager) => province(manager, code));
    return code;
  }

  aUnit(given: Partial<Unit> = {}): Promise<Unit> {
    const number = this.next();
    return this.insert(Unit, {
      code: String(90_000 + number),
      name: `Xã Thử ${number}`,
      kind: 'commune',
      level: 'commune',
      startsOn: STARTS_ON,
      ...given,
    });
  }

  aPosition(given: Partial<Position> = {}): Promise<Position> {
    const number = this.next();
    return this.insert(Position, {
      code: `T${number}`,
      name: `Chuyên viên thử ${number}`,
      catalogue: 'test',
      startsOn: STARTS_ON,
      block: 'government',
      positionGroup: 'professional',
      minDegree: 'university',
      evidence: 'found',
      source: 'test',
      ...given,
    });
  }

  aStaffMember(given: Partial<StaffMember> = {}): Promise<StaffMember> {
    const number = this.next();
    const personalNumber = String(11_000_000_000 + number).padStart(12, '0');
    return this.insert(StaffMember, {
      key: given.personalNumber ?? personalNumber,
      personalNumber,
      fullName: `Nguyễn Văn Thử ${number}`,
      sex: 'male',
      bornOn: '1985-05-20',
      degree: 'university',
      ...given,
    });
  }

  /** Makes the unit and the position too where they are not given. */
  async anEstablishment(given: Partial<Establishment> = {}): Promise<Establishment> {
    return this.insert(Establishment, {
      unitId: given.unitId ?? (await this.aUnit()).id,
      positionId: given.positionId ?? (await this.aPosition()).id,
      seats: 1,
      required: 0,
      startsOn: STARTS_ON,
      basis: 'test',
      ...given,
    });
  }

  /** A main posting, seated; makes the person, the unit and the position too where they are not given. */
  async aPosting(given: Partial<Posting> = {}): Promise<Posting> {
    return this.insert(Posting, {
      staffId: given.staffId ?? (await this.aStaffMember()).id,
      unitId: given.unitId ?? (await this.aUnit()).id,
      positionId: given.positionId ?? (await this.aPosition()).id,
      kind: 'main',
      startsOn: STARTS_ON,
      seated: true,
      sourceKind: 'roster',
      ...given,
    });
  }

  private next(): number {
    return ++this.count;
  }

  private insert<T extends Keyed>(entity: new () => T, values: Partial<T>): Promise<T> {
    return this.transactions.run(this.actor, async (manager) => {
      const { provinceCode } = { provinceCode: this.actor.provinceCode, ...values };
      await province(manager, provinceCode);
      return inserted(manager, entity, { ...values, provinceCode });
    });
  }
}

async function province(manager: EntityManager, code: string): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(Province)
    .values({ code, name: `Tỉnh ${code}` })
    .orIgnore()
    .execute();
}

/** The row with the defaults of the database. */
async function inserted<T extends Keyed>(
  manager: EntityManager,
  entity: new () => T,
  values: Partial<T>,
): Promise<T> {
  const { identifiers } = await manager.insert(entity, values as never);
  return manager.findOneByOrFail(entity, identifiers[0] as never);
}
