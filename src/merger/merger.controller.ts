import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import type { ScenarioFacts, UnitFact } from '../scenario/facts.js';
import { UnitResponse } from '../registry/registry.responses.js';
import type { MergerPlan } from './merger.plan.js';
import { MergerResponse, type MergedUnitResponse } from './merger.responses.js';
import { MergerService } from './merger.service.js';
import { PlanUnitsView } from './plan-units.view.js';
import { IdPipe } from '../shared/id.pipe.js';

@ApiTags('merger')
@Controller('scenarios')
@Needs('scenario.read')
export class MergerController {
  constructor(
    private readonly merger: MergerService,
    private readonly planUnits: PlanUnitsView,
    private readonly actor: CurrentActor,
  ) {}

  @Get(':id/merger')
  @ApiOperation({ summary: 'The merger of a scenario: which old unit becomes which' })
  @ApiOkResponse({ type: MergerResponse })
  async plan(@Param('id', IdPipe) id: number): Promise<MergerResponse> {
    const { plan, facts } = await this.merger.plan(this.actor.current(), id);
    return mergerResponse(plan, facts);
  }

  @Get(':id/units')
  @ApiOperation({ summary: 'The units that stand on the effective day, applied or not' })
  @ApiOkResponse({ type: [UnitResponse] })
  async units(@Param('id', IdPipe) id: number): Promise<UnitResponse[]> {
    return (await this.planUnits.of(this.actor.current(), id)).map(unitResponse);
  }
}

function unitResponse({ point, isNew: _isNew, ...unit }: UnitFact): UnitResponse {
  return {
    ...unit,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    endsOn: null,
  };
}

function mergerResponse(plan: MergerPlan, facts: ScenarioFacts): MergerResponse {
  const created = plan.createUnits.filter((unit) => unit.level !== 'division');
  return {
    createdUnits: created.length,
    closedUnits: plan.closeUnits.length,
    communes: created.map((unit) => mergedUnit(unit, plan, facts)),
    people: headcount(plan.carried),
    peopleToDecide: headcount(plan.peopleToDecide),
    breaches: plan.breaches.map(({ code, severity, message }) => ({ code, severity, message })),
  };
}

function mergedUnit(unit: UnitFact, plan: MergerPlan, facts: ScenarioFacts): MergedUnitResponse {
  const old = new Map(facts.units.filter((each) => !each.isNew).map((each) => [each.code, each]));
  const oldUnits = plan.successions
    .filter((row) => row.newCode === unit.code)
    .flatMap((row) => {
      const before = old.get(row.oldCode);
      if (before === undefined || before.level === 'district') return [];
      const district = before.parentCode === null ? undefined : old.get(before.parentCode);
      return [
        {
          code: before.code,
          name: before.name,
          kind: before.kind,
          districtName: district?.level === 'district' ? district.name : null,
          share: row.share,
          note: row.kind,
        },
      ];
    });
  const people = headcount(plan.carried.filter((row) => row.newCode === unit.code));
  const { code, name, zone, border } = unit;
  return { code, name, zone, border, people, oldUnits };
}

function headcount(rows: readonly { readonly headcount: number }[]): number {
  return rows.reduce((sum, row) => sum + row.headcount, 0);
}
