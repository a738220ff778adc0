import { Injectable } from '@nestjs/common';
import { Trail } from '../access/trail.js';
import type { Actor } from '../shared/actor.js';
import { Transactions } from '../shared/transactions.js';
import { mustBeTemplate } from './document/check-template.js';
import { sha256, templateFile } from './letter-maker.js';
import { LETTER_KINDS, type LetterKind } from './letter.js';
import { LetterTemplateStore, type StoredTemplate } from './letter-template.store.js';

/** The template in use of a kind; version 0 ships with the program and was sent by nobody. */
export type TemplateInUse = Pick<StoredTemplate, 'kind' | 'version'> &
  Partial<Pick<StoredTemplate, 'name' | 'uploadedBy' | 'uploadedAt'>>;

/** The templates that the province edits in Word. */
@Injectable()
export class LetterTemplateService {
  constructor(
    private readonly transactions: Transactions,
    private readonly templates: LetterTemplateStore,
    private readonly trail: Trail,
  ) {}

  list(actor: Actor): Promise<TemplateInUse[]> {
    return this.transactions.run(actor, async (manager) => {
      const sent = await this.templates.list(manager, actor);
      return LETTER_KINDS.map(
        (kind) => sent.find((each) => each.kind === kind) ?? { kind, version: 0 },
      );
    });
  }

  /** @param version null = the one in use. @throws NotFound `letter.unknown-template` */
  file(
    actor: Actor,
    kind: LetterKind,
    version: number | null = null,
  ): Promise<{ readonly version: number; readonly file: Buffer }> {
    return this.transactions.run(actor, (manager) =>
      templateFile(this.templates, manager, actor, { kind, version }),
    );
  }

  /** Takes a template as the next version of its kind. @throws BadInput `letter.*` as `mustBeTemplate` */
  async add(
    actor: Actor,
    { kind, name, file }: Pick<StoredTemplate, 'kind' | 'name'> & { readonly file: Buffer },
  ): Promise<number> {
    await mustBeTemplate(file);
    const hash = sha256(file);
    return this.transactions.run(actor, async (manager) => {
      const version = await this.templates.add(manager, actor, { kind, name, hash, file });
      await this.trail.record(manager, actor, {
        action: 'letter.template-added',
        subject: `letter-template/${kind}`,
        details: { version, hash },
      });
      return version;
    });
  }
}
