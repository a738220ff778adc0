import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Installation } from '../access/installation.js';
import type { Actor } from '../shared/actor.js';
import { bothSettled } from '../shared/both-settled.js';
import { ReportService } from '../report/report.service.js';
import { JobFigures } from './job-figures.js';
import { startReading, type JobSources } from './job-sources.js';
import { type JobSummary, summaryText } from './job-summary.js';
import { type Output, stageWatcher } from './output.js';
import { openSession, type Session } from './session.js';
import { Stages } from './stages.js';
import { type PlacedJob, WholeJob } from './whole-job.js';

export interface JobCommand {
  readonly sources: () => Promise<JobSources>;
  readonly provinceCode: string;
  /** The people are invented. */
  readonly demo: boolean;
  readonly out: string;
  readonly json: boolean;
}

/** Does the whole job into a folder, with the database in memory. @returns the exit code. */
export async function jobCommand(command: JobCommand, output: Output): Promise<number> {
  const stages = new Stages(command.json ? undefined : stageWatcher(output));
  // The files are read while the engine starts in its own thread; a file that is missing must not leave it open.
  const opening = stages.time('database', () => openSession(command));
  const given = await command.sources().catch(async (error: unknown) => {
    await (await opening).close();
    throw error;
  });
  const sources = startReading(given, stages);
  const session = await opening;
  try {
    const summary = await wholeJob(command, { session, sources, stages });
    output.out(command.json ? JSON.stringify(summary) : summaryText(summary, command.out));
    return 0;
  } finally {
    await session.close();
  }
}

interface Work {
  readonly session: Session;
  readonly sources: JobSources;
  readonly stages: Stages;
}

async function wholeJob(command: JobCommand, work: Work): Promise<JobSummary> {
  const { session, sources, stages } = work;
  const actor = session.app.get(Installation).operator('terminal');
  const placed = await session.app.get(WholeJob).untilPlaced(actor, sources, stages);
  // The database stores and counts while the workbooks are written.
  const [files, runs] = await bothSettled(
    stages.time('report', () => writeReports(session, actor, placed, command)),
    summariesOf(session, actor, placed),
  );
  return {
    ...countsOf(placed),
    ...runs,
    seconds: stages.seconds(),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    peopleToDecide: placed.asItWas.plan.peopleToDecide,
    unreadWords: placed.asItWas.unread.length,
    files,
  };
}

async function summariesOf(
  session: Session,
  actor: Actor,
  placed: PlacedJob,
): Promise<Pick<JobSummary, 'baseline' | 'seniority' | 'placement'>> {
  const figures = session.app.get(JobFigures);
  const { best } = placed;
  const baseline = await figures.of(actor, placed.baseline);
  const seniority = await placed.storeSeniority();
  return {
    baseline,
    seniority: { ...(await figures.of(actor, seniority)), levels: { ...seniority.levels } },
    placement: {
      ...(await figures.of(actor, best)),
      levels: { ...best.levels },
      proven: best.proven,
    },
  };
}

function countsOf({
  batch,
  asItWas,
}: PlacedJob): Pick<
  JobSummary,
  'people' | 'leaving' | 'communesBefore' | 'districtsBefore' | 'unitsAfter'
> {
  const { plan } = asItWas;
  const closed = (level: string): number =>
    plan.closeUnits.filter((unit) => unit.level === level).length;
  return {
    people: batch.people,
    leaving: asItWas.leaving,
    communesBefore: closed('commune'),
    districtsBefore: closed('district'),
    unitsAfter: plan.createUnits.filter((unit) => unit.level !== 'division').length,
  };
}

/** Six workbooks: three of the baseline, three of the best placement. @returns their paths. */
async function writeReports(
  session: Session,
  actor: Actor,
  { baseline, best }: PlacedJob,
  { out: folder, demo }: JobCommand,
): Promise<string[]> {
  const purpose = demo ? 'bo-tri demo' : 'bo-tri run';
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [prefix, run] of [
    ['nguyen-trang', baseline],
    ['toi-uu', best],
  ] as const) {
    const files = await session.app.get(ReportService).files(actor, { runId: run.id, purpose });
    for (const { fileName, bytes } of files) {
      const path = join(folder, `${prefix}-${fileName}`);
      await writeFile(path, bytes);
      paths.push(path);
    }
  }
  return paths;
}
