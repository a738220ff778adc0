/** What the API answers; see /api/docs. Days are ISO strings, instants end in `At`, distances are kilometres. */

export type BlockCode = 'government' | 'party' | 'front' | 'military' | 'public-service';
export type Fit = 'exact' | 'related' | 'after-training' | 'out-of-field';
export type Severity = 'error' | 'warning' | 'note';
export type Outcome = 'seated' | 'surplus' | 'leaving';

export interface PublishedFigure {
  key: string;
  value: number;
  kind: 'public' | 'assumption';
  source: string;
}

export interface Configuration {
  provinceCode: string;
  provinceName: string;
  demo: boolean;
  rulesOn: string;
  effectiveOn: string;
  figures: PublishedFigure[];
}

export interface Levels {
  requiredUnfilled: number;
  withoutSeat: number;
  fit: number;
  wishes: number;
  distanceKm: number;
  moved: number;
}

export interface Breach {
  code: string;
  severity: Severity;
  message: string;
}

export interface Run {
  id: number;
  kind: 'baseline' | 'best';
  status: string;
  proven: boolean;
  seconds: number;
  createdAt: string;
  inputHash: string;
  levels: Levels;
  breaches: Breach[];
}

export interface Scenario {
  id: number;
  name: string;
  description: string;
  state: 'draft' | 'submitted' | 'agreed' | 'approved' | 'applied' | 'withdrawn';
  effectiveOn: string;
  rulesOn: string;
  chosenRunId: number | null;
  createdAt: string;
  appliedAt: string | null;
  version: number;
  factsHash: string;
  runs: Run[];
}

export interface OldUnit {
  code: string;
  name: string;
  kind: string;
  districtName: string;
  share: number | null;
  note: string;
}

export interface MergedCommune {
  code: string;
  name: string;
  zone: Zone | null;
  border: boolean;
  people: number;
  oldUnits: OldUnit[];
}

export interface Merger {
  createdUnits: number;
  closedUnits: number;
  communes: MergedCommune[];
  peopleToDecide: number;
  breaches: Breach[];
}

export type Zone = 'I' | 'II' | 'III';

export interface Proposal {
  staffId: number;
  personKey: string;
  fullName: string;
  oldUnitName: string;
  oldDistrictName: string | null;
  oldPositionName: string;
  outcome: Outcome;
  communeCode: string | null;
  communeName: string | null;
  unitCode: string | null;
  unitName: string | null;
  positionCode: string | null;
  positionName: string | null;
  fit: Fit | null;
  failedTests: string[];
  movement: string;
  pinned: boolean;
  distanceKm: number | null;
  reason: string;
  terms: Record<string, unknown>;
}

export interface Figures {
  seats: number;
  required: number;
  people: number;
  seated: number;
  surplus: number;
  vacant: number;
  misfit: number;
  absent: number;
  cover: number;
  shortage: number;
}

export interface Cell extends Figures {
  communeCode: string;
  positionCode: string;
  block: BlockCode;
  fieldCode: string | null;
}

export interface WithNorm {
  norm: number | null;
  overNorm: number | null;
}

export interface Summary {
  total: Figures;
  blocks: (Figures & WithNorm & { block: BlockCode })[];
  fields: (Figures & { fieldCode: string | null; block: BlockCode })[];
  zones: (Figures & { zone: Zone | null })[];
  communes: (Figures & WithNorm & { communeCode: string })[];
}

export interface PersonInCell {
  staffId: number;
  fullName: string;
  unitName: string;
  positionName: string;
  oldUnitName: string | null;
  oldPositionName: string | null;
  seated: boolean;
  fit: Fit | null;
  failedTests: string[];
  movement: string | null;
  pinned: boolean;
  distanceKm: number | null;
  reason: string | null;
}

export interface Unit {
  code: string;
  name: string;
  kind: string;
  level: string;
  parentCode: string | null;
  zone: Zone | null;
  border: boolean;
  areaKm2: number | null;
  population: number | null;
  latitude: number | null;
  longitude: number | null;
  startsOn: string;
  endsOn: string | null;
}

export interface Position {
  code: string;
  name: string;
  nameEn: string;
  block: BlockCode;
  divisionKind: string | null;
  group: 'leader' | 'professional' | 'support';
  fieldCode: string | null;
  given: boolean;
  minDegree: string | null;
  majorGroups: string[];
  ranks: string[];
  evidence: string;
  source: string;
}

export interface Field {
  code: string;
  nameVi: string;
  nameEn: string;
}

export interface Batch {
  id: number;
  sender: string;
  asOf: string;
  state: 'staged' | 'promoted' | 'undone';
  createdAt: string;
  promotedAt: string | null;
  files: string[];
  rows: number;
  people: number;
  added: number;
  changed: number;
  unchanged: number;
  setAside: number;
  errors: number;
  warnings: number;
  notes: number;
}

export interface BatchIssue {
  file: string;
  sheet: string;
  row: number;
  column: string;
  code: string;
  severity: Severity;
  message: string;
}
