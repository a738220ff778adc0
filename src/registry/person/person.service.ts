import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hasClosedScope } from '../../access/fields/closed-scope.js';
import { FIELD_CLASSES } from '../../access/fields/field-classes.js';
import { mayReveal } from '../../access/fields/fields.rules.js';
import { Trail } from '../../access/trail.js';
import { askTogether } from '../../database/ask-together.js';
import type { Actor } from '../../shared/actor.js';
import { type Day, isInForce } from '../../shared/day.js';
import { BadInput, Forbidden, NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { CLOSED, type FileValue, personFile, type Viewer, valuesNamed } from './person-file.js';
import type { PersonRecord } from './person-record.js';
import type { PersonFileResponse, RevealedResponse } from './person.responses.js';
import { PersonView } from './person.view.js';

/** The file of one person. Every look at it leaves an entry in the trail; protected values are opened by a purpose. */
@Injectable()
export class PersonService {
  constructor(
    private readonly transactions: Transactions,
    private readonly view: PersonView,
    private readonly trail: Trail,
  ) {}

  /** @throws NotFound `registry.unknown-person`, also for somebody outside the actor's scope */
  file(actor: Actor, staffId: number, on: Day): Promise<PersonFileResponse> {
    return this.transactions.run(actor, async (manager) => {
      const record = await this.found(manager, actor, staffId);
      const entry = {
        action: 'person.read',
        subject: `person/${staffId}`,
        kind: 'read',
        details: { on },
      } as const;
      const [viewer] = await askTogether(manager, [
        () => viewerOf(manager, actor),
        () => this.trail.record(manager, actor, entry),
      ]);
      return fileResponse(record, viewer, on);
    });
  }

  /**
   * Opens a class or one value of a person; the purpose and the names, never the values, go to the trail.
   *
   * @throws NotFound `registry.unknown-person`; BadInput `registry.unknown-field`; Forbidden `access.field-not-allowed`
   */
  reveal(
    actor: Actor,
    staffId: number,
    { fields, purpose }: { readonly fields: string; readonly purpose: string },
  ): Promise<RevealedResponse> {
    return this.transactions.run(actor, async (manager) => {
      const record = await this.found(manager, actor, staffId);
      const viewer = await viewerOf(manager, actor);
      const named = valuesNamed(personFile(record, viewer), fields);
      if (named.length === 0) throw unknownField(fields);
      for (const each of named) mustBeRevealable(actor, each);
      const keys = new Set(named.map(({ key }) => key));
      await this.trail.record(manager, actor, {
        action: 'person.revealed',
        subject: `person/${staffId}`,
        kind: 'reveal',
        why: purpose,
        details: { fields: [...keys], classes: [...new Set(named.map((each) => each.class))] },
      });
      const whole = personFile(record, { ...viewer, role: 'operator' });
      return {
        values: valuesNamed(whole, fields)
          .filter(({ key }) => keys.has(key))
          .map(({ key, label, value, class: own }) => ({ key, label, value, class: own ?? '' })),
      };
    });
  }

  private async found(manager: EntityManager, actor: Actor, id: number): Promise<PersonRecord> {
    const record = await this.view.find(manager, actor, id);
    if (record !== null) return record;
    throw new NotFound('registry.unknown-person', `Không có người số ${id}.`, { id });
  }
}

async function viewerOf(manager: EntityManager, actor: Actor): Promise<Viewer> {
  return { role: actor.role, closedScope: await hasClosedScope(manager) };
}

function fileResponse(record: PersonRecord, viewer: Viewer, on: Day): PersonFileResponse {
  return {
    staffId: record.staffId,
    fullName: String(record.staff['full_name']),
    on,
    groups: personFile(record, viewer),
    postings: record.postings.map(({ partyManaged: _partyManaged, ...posting }) => ({
      ...posting,
      current: isInForce(posting, on),
    })),
  };
}

function mustBeRevealable(actor: Actor, { class: own, label }: FileValue): void {
  if (own !== null && own !== CLOSED && mayReveal(actor.role, own)) return;
  const what = own === null || own === CLOSED ? label : FIELD_CLASSES[own].what;
  throw new Forbidden(
    'access.field-not-allowed',
    `Tài khoản của bạn không được mở thông tin "${what}".`,
    { class: own },
  );
}

function unknownField(name: string): BadInput {
  return new BadInput(
    'registry.unknown-field',
    `Không có thông tin được bảo vệ tên "${name}" trong hồ sơ này.`,
    { fields: name },
  );
}
