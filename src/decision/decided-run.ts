import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { protectedMessage } from '../placement/protected-words.js';
import { type PlacementRun, RunStore } from '../placement/run.store.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Actor } from '../shared/actor.js';
import { Conflict, RuleBroken } from '../shared/errors.js';

/** The run of a plan that units answer, that is approved and that is applied. */
@Injectable()
export class DecidedRun {
  constructor(private readonly runs: RunStore) {}

  /** The run that was chosen, else the newest baseline; null = there is none. */
  async of(manager: EntityManager, actor: Actor, scenario: Scenario): Promise<PlacementRun | null> {
    const runs = await this.runs.list(manager, actor, scenario.id);
    const { chosenRunId } = scenario;
    const run =
      chosenRunId === null
        ? runs.findLast((each) => each.kind === 'baseline')
        : runs.find((each) => each.id === chosenRunId);
    return run ?? null;
  }

  /** The same; while nothing is decided on, what the page would submit: the newest best run, else the newest of all. */
  async orBest(
    manager: EntityManager,
    actor: Actor,
    scenario: Scenario,
  ): Promise<PlacementRun | null> {
    const run = await this.of(manager, actor, scenario);
    if (run !== null) return run;
    const runs = await this.runs.list(manager, actor, scenario.id);
    return runs.findLast(({ kind }) => kind === 'best') ?? runs.at(-1) ?? null;
  }

  /**
   * The same, fit to be decided on.
   *
   * @throws RuleBroken `decision.no-run`, `decision.run-has-breaches`; Conflict `decision.run-stale`
   */
  async mustBeFit(manager: EntityManager, actor: Actor, scenario: Scenario): Promise<PlacementRun> {
    const run = await this.of(manager, actor, scenario);
    if (run === null) throw noRun(scenario);
    if (run.pinsChanged)
      throw new Conflict(
        'decision.run-stale',
        'Các chỉ định hoặc bản đồ sáp nhập đã thay đổi sau lần chạy này; chưa ghi gì. Hãy chạy bố trí lại rồi làm tiếp.',
        { runId: run.id },
      );
    if (run.breaches.some((breach) => breach.severity === 'error')) throw hasBreaches(run);
    return run;
  }

  /** SHA-256 of all that an approval is given to: facts, law, pins, the run and where it puts each person. */
  async contentHash(
    manager: EntityManager,
    actor: Actor,
    { scenario, run }: { readonly scenario: Scenario; readonly run: PlacementRun },
  ): Promise<string> {
    const [content] = await manager.query<object[]>(CONTENT, [
      actor.provinceCode,
      scenario.id,
      run.id,
    ]);
    const { factsHash, effectiveOn, rulesOn } = scenario;
    const { id, inputHash, engineVersion, pinsMark, levels } = run;
    const all = { factsHash, effectiveOn, rulesOn, id, inputHash, engineVersion, pinsMark, levels };
    return createHash('sha256')
      .update(JSON.stringify({ ...all, content }))
      .digest('hex');
  }
}

const CONTENT = `SELECT
  (SELECT md5(string_agg(key || ' ' || fact::text, E'\\n' ORDER BY key COLLATE "C")) FROM scenario_facts
   WHERE province_code = $1 AND scenario_id = $2 AND kind = 'parameter') AS law,
  (SELECT md5(string_agg(ROW (person_key, kind, unit_code, position_code)::text, E'\\n'
     ORDER BY person_key COLLATE "C", kind, unit_code COLLATE "C", position_code COLLATE "C"))
   FROM pins WHERE province_code = $1 AND scenario_id = $2) AS pins,
  (SELECT md5(string_agg(ROW (person_key, outcome, unit_code, position_code, fit, movement)::text, E'\\n'
     ORDER BY person_key COLLATE "C"))
   FROM proposals WHERE province_code = $1 AND run_id = $3) AS places`;

function noRun({ id, name, chosenRunId }: Scenario): RuleBroken {
  return new RuleBroken(
    'decision.no-run',
    `Phương án "${name}" chưa có lần chạy bố trí nào để quyết định. Hãy chạy bố trí trước.`,
    { scenarioId: id, runId: chosenRunId },
  );
}

function hasBreaches({ breaches }: PlacementRun): RuleBroken {
  return new RuleBroken(
    'decision.run-has-breaches',
    'Lần chạy bố trí này còn điểm trái quy định nên không áp dụng được.',
    {
      breaches: breaches.map(({ code, severity, message }) => ({
        code,
        severity,
        message: protectedMessage(message),
      })),
    },
  );
}
