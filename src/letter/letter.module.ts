import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { Clock, SystemClock } from '../shared/clock.js';
import { CheckDesk, LetterCheckService } from './letter-check.service.js';
import { LetterCasesView } from './letter-cases.view.js';
import { LetterDesk, LetterIssueService } from './letter-issue.service.js';
import { LetterMaker } from './letter-maker.js';
import { LetterController, NumberBlockController } from './letter.controller.js';
import { LetterService, LetterShelf } from './letter.service.js';
import { LetterStore } from './letter.store.js';
import { LetterTemplateController } from './letter-template.controller.js';
import { LetterTemplateService } from './letter-template.service.js';
import { LetterTemplateStore } from './letter-template.store.js';
import { NumberBlockStore } from './number-block.store.js';
import { UnwrittenLetters } from './unwritten-letters.js';

@Module({
  imports: [LawModule, ScenarioModule],
  controllers: [LetterController, LetterTemplateController, NumberBlockController],
  providers: [
    CheckDesk,
    LetterCasesView,
    LetterCheckService,
    LetterDesk,
    LetterIssueService,
    LetterMaker,
    LetterService,
    LetterShelf,
    { provide: Clock, useClass: SystemClock },
    LetterStore,
    LetterTemplateService,
    LetterTemplateStore,
    NumberBlockStore,
    UnwrittenLetters,
  ],
  exports: [LetterService, UnwrittenLetters],
})
export class LetterModule {}
