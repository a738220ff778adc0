import { isSpec, type SourceFile } from './source-files.js';

const SIDE = ['shared', 'database', 'access'] as const;
const STAGES = [...SIDE, 'rules', 'law', 'registry', 'scenario'] as const;

/** Each stage and the stages it may import. A stage missing here may import nothing. As in DESIGN. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  rules: ['shared'],
  database: ['shared'],
  access: ['shared', 'database'],
  /** The trail's seals, their verification, and the auditor's page. */
  audit: [...SIDE, 'sheet'],
  jobs: ['shared', 'database'],
  sheet: ['shared'],
  law: [...SIDE, 'rules', 'sheet'],
  registry: [...SIDE, 'rules', 'law', 'sheet'],
  roster: [...SIDE, 'jobs', 'sheet', 'rules', 'law', 'registry'],
  scenario: [...SIDE, 'rules', 'law', 'registry'],
  merger: [...STAGES, 'sheet'],
  placement: [...STAGES, 'jobs', 'merger'],
  gap: [...STAGES, 'placement'],
  forecast: [...STAGES, 'placement', 'gap'],
  decision: [...STAGES, 'jobs', 'merger', 'placement', 'gap', 'forecast'],
  /** What the law allows of a plan, and what there is. */
  limits: [...STAGES, 'placement', 'gap', 'forecast'],
  /** Plans beside each other. */
  comparison: [...STAGES, 'placement', 'gap', 'limits'],
  /** What leaving would be paid. */
  payout: [...STAGES, 'placement', 'gap', 'forecast'],
  /** Whose result changes with a draft of the law. */
  effect: [...STAGES, 'placement', 'gap', 'forecast', 'limits', 'payout', 'letter'],
  /** Decisions about single people, and what hangs on them. */
  movement: [...STAGES, 'placement', 'gap', 'forecast'],
  /** The papers of decisions. */
  letter: [...STAGES, 'sheet', 'placement', 'movement'],
  report: allBut('report', 'terminal'),
  /** The page's own files and facts about the installation. */
  site: [...SIDE],
  /** Knows the tables only from the database's own catalogue. */
  backup: ['shared', 'database'],
  terminal: [...allBut('terminal'), 'backup'],
};

/**
 * Files directly in `src` put the stages together: they may import all, and no stage may import them but the terminal,
 * which starts the same application.
 */
export const TOP_LEVEL = [
  'main.ts',
  'safe-start.ts',
  'cli.ts',
  'worker.ts',
  'http.ts',
  'app.module.ts',
  'entities.ts',
];

function allBut(...stages: string[]): string[] {
  const all = [...SIDE, 'audit', 'rules', 'jobs', 'sheet', 'law', 'registry', 'roster', 'scenario'];
  const later = [
    'merger',
    'placement',
    'gap',
    'forecast',
    'limits',
    'payout',
    'comparison',
    'effect',
    'decision',
    'movement',
    'letter',
    'report',
  ];
  return [...all, ...later].filter((stage) => !stages.includes(stage));
}

/** What the files import against the table, and what pure files import that is not pure. */
export function importFaults(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file) => [
    ...stageFaults(file),
    ...(isPure(file.path) ? purityFaults(file, byPath) : []),
  ]);
}

function stageFaults(file: SourceFile): string[] {
  const stage = stageOf(file.path);
  if (stage === null) {
    return TOP_LEVEL.includes(file.path) || isSpec(file.path)
      ? []
      : [`${file.path}: lies in no stage`];
  }
  const allowed = MAY_IMPORT[stage];
  if (allowed === undefined) return [`${file.path}: the stage ${stage} is not in the table`];
  return file.files
    .filter((imported) => !(isSpec(file.path) && imported.startsWith('..')))
    .filter((imported) => !(stage === 'terminal' && TOP_LEVEL.includes(imported)))
    .filter((imported) => ![stage, ...allowed].includes(stageOf(imported) ?? ''))
    .map((imported) => `${file.path}: ${stage} may not import ${imported}`);
}

/** Pure files, and whatever they import, know no package: neither a driver nor Node's own modules. */
function purityFaults(pure: SourceFile, byPath: ReadonlyMap<string, SourceFile>): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  const visit = (file: SourceFile, way: readonly string[]): void => {
    if (seen.has(file.path)) return;
    seen.add(file.path);
    for (const name of file.packages) {
      faults.push(`${[...way, file.path].join(' → ')}: a pure file may not import ${name}`);
    }
    for (const path of file.files) {
      const next = byPath.get(path);
      if (next !== undefined) visit(next, [...way, file.path]);
    }
  };
  visit(pure, []);
  return faults;
}

export function isPure(path: string): boolean {
  if (isSpec(path)) return false;
  return (
    path.startsWith('rules/') ||
    path.startsWith('placement/flow/') ||
    path.startsWith('placement/price/') ||
    /\.(rules|plan|model)\.ts$/.test(path)
  );
}

function stageOf(path: string): string | null {
  const end = path.indexOf('/');
  return end === -1 ? null : path.slice(0, end);
}
