import { AccessSettings } from './access/account/access-settings.entity.js';
import { AccountScope } from './access/account/account-scope.entity.js';
import { Account } from './access/account/account.entity.js';
import { AuditEntry } from './access/audit-entry.entity.js';
import { Session } from './access/session/session.entity.js';
import { SignInFailure } from './access/session/sign-in-failure.entity.js';
import { AuditAnchor } from './audit/audit-anchor.entity.js';
import { AuditSeal } from './audit/audit-seal.entity.js';
import { JobRow } from './jobs/job.entity.js';
import { LawConfirmation } from './law/law-confirmation.entity.js';
import { LawDraft } from './law/law-draft.entity.js';
import { LawKey } from './law/law-key.entity.js';
import { LawPack } from './law/law-pack.entity.js';
import { LawParameter } from './law/law-parameter.entity.js';
import { LetterRow } from './letter/letter.entity.js';
import { LetterTemplateRow } from './letter/letter-template.entity.js';
import { NumberBlockRow } from './letter/number-block.entity.js';
import { PersonEvent } from './movement/event/person-event.entity.js';
import { GapPlan } from './movement/gap-plan/gap-plan.entity.js';
import { SpecialistRequest } from './movement/gap-plan/specialist-request.entity.js';
import { ScenarioAgreement } from './decision/agreement/agreement.entity.js';
import { PoolRefusal, RankingLine, RankingRegister } from './decision/pool/pool.entity.js';
import { RosterCampaign, RosterSignature } from './roster/campaign/campaign.entity.js';
import { PersonActRow } from './decision/person/person-act.entity.js';
import { MovementRow } from './movement/movement.entity.js';
import { PlacementRun } from './placement/placement-run.entity.js';
import { Proposal } from './placement/proposal.entity.js';
import { RunCell } from './placement/run-cell.entity.js';
import { RunHolder } from './placement/run-holder.entity.js';
import { RunUnit } from './placement/run-unit.entity.js';
import { Alias } from './registry/alias.entity.js';
import { Establishment } from './registry/establishment.entity.js';
import { Field } from './registry/field.entity.js';
import { MajorGroup } from './registry/major-group.entity.js';
import { MajorRelation } from './registry/major-relation.entity.js';
import { Major } from './registry/major.entity.js';
import { Norm } from './registry/norm.entity.js';
import { PositionSuccession } from './registry/position-succession.entity.js';
import { Position } from './registry/position.entity.js';
import { Posting } from './registry/posting.entity.js';
import { Province } from './registry/province.entity.js';
import { RankStep } from './registry/rank-step.entity.js';
import { Rank } from './registry/rank.entity.js';
import { StaffCondition } from './registry/staff-condition.entity.js';
import { StaffLanguage } from './registry/staff-language.entity.js';
import { StaffMember } from './registry/staff-member.entity.js';
import { StaffRating } from './registry/staff-rating.entity.js';
import { UnitSuccession } from './registry/unit-succession.entity.js';
import { Unit } from './registry/unit.entity.js';
import { Wish } from './registry/wish.entity.js';
import { ColumnChoice } from './roster/column-choice.entity.js';
import { ImportAnswer } from './roster/import-answer.entity.js';
import { ImportBatch } from './roster/import-batch.entity.js';
import { ImportCorrection } from './roster/import-correction.entity.js';
import { ImportFile } from './roster/import-file.entity.js';
import { ImportIssue } from './roster/import-issue.entity.js';
import { ImportRow } from './roster/import-row.entity.js';
import { ImportSheet } from './roster/import-sheet.entity.js';
import { Pin } from './scenario/pin.entity.js';
import { ScenarioFact } from './scenario/scenario-fact.entity.js';
import { Scenario } from './scenario/scenario.entity.js';

/** Every table of the migrations. A test holds that the two say the same. */
export const ENTITIES = [
  Province,
  AuditEntry,
  AuditSeal,
  AuditAnchor,
  Account,
  AccountScope,
  Session,
  SignInFailure,
  AccessSettings,
  LawConfirmation,
  LawPack,
  LawKey,
  LawDraft,
  LawParameter,
  Field,
  MajorGroup,
  Major,
  MajorRelation,
  Rank,
  RankStep,
  Unit,
  UnitSuccession,
  Position,
  PositionSuccession,
  Establishment,
  Norm,
  Alias,
  StaffMember,
  StaffRating,
  StaffLanguage,
  StaffCondition,
  Wish,
  Posting,
  ImportBatch,
  ImportFile,
  ImportRow,
  ImportIssue,
  ImportSheet,
  ImportCorrection,
  ImportAnswer,
  ColumnChoice,
  Scenario,
  ScenarioFact,
  Pin,
  PlacementRun,
  Proposal,
  RunCell,
  RunHolder,
  RunUnit,
  JobRow,
  PersonEvent,
  GapPlan,
  SpecialistRequest,
  MovementRow,
  LetterTemplateRow,
  NumberBlockRow,
  LetterRow,
  ScenarioAgreement,
  PersonActRow,
  RosterCampaign,
  RosterSignature,
  PoolRefusal,
  RankingLine,
  RankingRegister,
];
