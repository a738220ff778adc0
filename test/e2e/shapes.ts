// What the specs look at of the program's answers.

export interface Run {
  readonly id: number;
  readonly kind: 'baseline' | 'best' | 'seniority';
  readonly status: string;
  readonly proven: boolean;
  readonly levels: Readonly<Record<string, number>>;
  readonly breaches: readonly { readonly severity: string }[];
}

export interface Scenario {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly effectiveOn: string;
  readonly rulesOn: string;
  readonly chosenRunId: number | null;
  readonly version: number;
  readonly factsHash: string;
  readonly runs: readonly Run[];
}

export interface Applied {
  readonly scenarioId: number;
  readonly state: string;
  readonly version: number;
  readonly applied: boolean;
  readonly message: string;
}

export interface Figures {
  readonly seats: number;
  readonly required: number;
  readonly people: number;
  readonly seated: number;
  readonly surplus: number;
  readonly vacant: number;
  readonly misfit: number;
  readonly absent: number;
  readonly cover: number;
  readonly shortage: number;
}

export interface Cell extends Figures {
  readonly communeCode: string;
  readonly positionCode: string;
  readonly block: string;
  readonly fieldCode: string | null;
}

export interface Summary {
  readonly total: Figures;
  readonly blocks: readonly (Figures & { block: string; headcount: number; overNorm: number })[];
  readonly fields: readonly (Figures & { fieldCode: string | null; block: string })[];
  readonly zones: readonly (Figures & { zone: string })[];
  readonly communes: readonly (Figures & { communeCode: string })[];
}

export interface Proposal {
  readonly staffId: number;
  readonly personKey: string;
  readonly fullName: string;
  readonly outcome: 'seated' | 'surplus' | 'leaving';
  readonly communeCode: string | null;
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly positionName: string | null;
  readonly oldPositionName: string;
  readonly movement: string;
  readonly pinned: boolean;
  readonly reason: string;
  readonly terms: Readonly<Record<string, number>>;
}

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface Person {
  readonly staffId: number;
  readonly fullName: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly positionCode: string;
  readonly positionName: string;
}

export interface Batch {
  readonly id: number;
  readonly state: string;
  readonly rows: number;
  readonly people: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface FoundIssue {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}
