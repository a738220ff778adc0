import type { components, paths } from '../api.gen.js';

/** What the API answers, under short names. The shapes are generated from docs/openapi.json (`npm run types:api -w web`). */
type Schemas = components['schemas'];

export type Configuration = Schemas['ConfigurationResponse'];
export type PublishedFigure = Schemas['FigureResponse'];
export type Scenario = Schemas['ScenarioResponse'];
export type Run = Schemas['RunResponse'];
export type Levels = Schemas['LevelsResponse'];
export type Merger = Schemas['MergerResponse'];
export type MergedCommune = Schemas['MergedUnitResponse'];
export type OldUnit = Schemas['OldUnitResponse'];
export type Proposal = Schemas['ProposalResponse'];
export type Cell = Schemas['GapCellResponse'];
export type Figures = Schemas['FiguresResponse'];
export type Summary = Schemas['GapSummaryResponse'];
export type PersonInCell = Schemas['GapPersonResponse'];
export type Unit = Schemas['UnitResponse'];
export type Position = Schemas['PositionResponse'];
export type Field = Schemas['FieldResponse'];
export type Session = Schemas['SessionResponse'];
export type Stage = Session['stage'];
export type Permission = Session['permissions'][number];
export type SignedInAccount = Schemas['SignedInResponse'];
export type RoleCode = SignedInAccount['role'];
export type DemoAccount = Schemas['DemoAccountResponse'];
export type ScopeEntry = Schemas['ScopeResponse'];
export type ScopeWish = Schemas['ScopeBody'];
export type Account = Schemas['AccountResponse'];
export type NewAccount = Schemas['NewAccountBody'];
export type AccountChanges = Schemas['AccountChangesBody'];
export type AccessSettings = Schemas['AccessSettingsResponse'];
export type Classification = Scenario['classification'];
export type PersonFile = Schemas['PersonFileResponse'];
export type FileValue = Schemas['PersonValueResponse'];
export type FilePosting = Schemas['PersonPostingResponse'];
export type Revealed = Schemas['RevealedResponse'];
export type TrailItem = Schemas['AuditEntryResponse'];
export type TrailPage = Schemas['AuditPageResponse'];
export type TrailState = Schemas['AuditStateResponse'];
export type Anchor = Schemas['AnchorResponse'];
export type Verification = Schemas['VerificationResponse'];
export type Batch = Schemas['BatchResponse'];
export type BatchIssue = Schemas['IssueResponse'];

type SummaryQuery = NonNullable<paths['/api/gap/summary']['get']['parameters']['query']>;
/** A block, or all of them. */
export type Scope = NonNullable<SummaryQuery['block']>;
export type BlockCode = Exclude<Scope, 'all'>;
export type Zone = string;
export type Fit = NonNullable<Proposal['fit']>;
export type Severity = BatchIssue['severity'];
/** What stands against a plan, whoever found it. */
export type Breach = Pick<Schemas['BreachResponse'], 'code' | 'severity' | 'message'>;
