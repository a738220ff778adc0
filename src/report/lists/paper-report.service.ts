import { Injectable } from '@nestjs/common';
import { AgreementService } from '../../decision/agreement/agreement.service.js';
import {
  PersonStatesService,
  type StatesFilter,
} from '../../decision/person/person-states.service.js';
import { LetterService } from '../../letter/letter.service.js';
import type { LetterFilter } from '../../letter/letter.store.js';
import { highestOf, markOf } from '../../scenario/classification.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import type { ReportFile } from '../write-reports.js';
import { ListBook } from './list-book.js';
import { peopleStatesSheet } from './people-states-sheet.js';
import { answersSheet, blocksSheet, lettersSheet } from './paper-sheets.js';

/** Lists about decisions as workbooks: what the actor sees on the page, under the mark of the plans that they tell of. */
@Injectable()
export class PaperReportService {
  constructor(
    private readonly papers: LetterService,
    private readonly agreements: AgreementService,
    private readonly scenarios: ScenarioService,
    private readonly states: PersonStatesService,
    private readonly book: ListBook,
  ) {}

  /** The letters of a filter, the newest first, whole. */
  async letters(actor: Actor, filter: LetterFilter, purpose: string): Promise<ReportFile> {
    const letters = await this.papers.all(actor, filter);
    const plans = new Set(letters.map(({ scenarioId }) => scenarioId));
    const known = await this.scenarios.list(actor);
    return this.book.file(actor, purpose, {
      ...{ name: 'danh-sach-quyet-dinh', title: 'Danh sách quyết định' },
      subject: filter.scenarioId === null ? 'letters' : `scenario/${filter.scenarioId}`,
      sheet: lettersSheet(letters, known, this.book.notice()),
      mark: markOf(highestOf(known.filter(({ id }) => plans.has(id)))),
    });
  }

  async blocks(actor: Actor, purpose: string): Promise<ReportFile> {
    return this.book.file(actor, purpose, {
      ...{ name: 'dai-so', title: 'Dải số quyết định', subject: 'number-blocks/all' },
      sheet: blocksSheet(await this.papers.numberBlocks(actor), this.book.notice()),
    });
  }

  /** Everything that the units said of a plan. @throws NotFound `scenario.unknown` */
  async answers(actor: Actor, scenarioId: number, purpose: string): Promise<ReportFile> {
    const told = await this.agreements.of(actor, scenarioId);
    return this.book.file(actor, purpose, {
      ...{ name: `y-kien-don-vi-${scenarioId}`, title: `Ý kiến các đơn vị (${scenarioId})` },
      subject: `scenario/${scenarioId}`,
      sheet: answersSheet(told, this.book.notice()),
      mark: markOf(told.scenario),
    });
  }

  /** How far each person of a plan has come, of a filter, whole. @throws NotFound `scenario.unknown` */
  async people(
    actor: Actor,
    scenarioId: number,
    { purpose, ...filter }: Omit<StatesFilter, 'offset' | 'limit'> & { readonly purpose: string },
  ): Promise<ReportFile> {
    const whole = { ...filter, offset: 0, limit: Number.MAX_SAFE_INTEGER };
    const told = await this.states.list(actor, scenarioId, whole);
    return this.book.file(actor, purpose, {
      name: `tung-nguoi-trong-phuong-an-${scenarioId}`,
      title: `Từng người trong phương án (${told.scenario.name})`,
      subject: `scenario/${scenarioId}`,
      sheet: peopleStatesSheet(told, filter, this.book.notice()),
      mark: markOf(told.scenario),
    });
  }
}
