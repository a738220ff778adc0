import { Injectable } from '@nestjs/common';
import { LawService } from '../law/law.service.js';
import { ReferenceStore } from '../law/reference.store.js';
import { grouped } from '../shared/grouped.js';
import type { CheckContext } from './check.plan.js';
import type { Work } from './sheet-kind.js';

/** The law that rows are checked against, on a batch's day. */
@Injectable()
export class CheckRulesView {
  constructor(
    private readonly law: LawService,
    private readonly reference: ReferenceStore,
  ) {}

  async on({
    manager,
    actor,
    batch,
  }: Work): Promise<Pick<CheckContext, 'asOf' | 'parameters' | 'ladders'>> {
    const { values } = await this.law.parametersOn(manager, actor.provinceCode, batch.asOf);
    const steps = await this.reference.rankSteps(manager);
    return {
      asOf: batch.asOf,
      parameters: values,
      ladders: grouped(steps, ({ rankCode }) => rankCode),
    };
  }
}
