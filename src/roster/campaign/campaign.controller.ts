import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { IdPipe } from '../../shared/id.pipe.js';
import {
  CampaignBody,
  CampaignDetailResponse,
  CampaignPeoplePageQuery,
  CampaignPeopleResponse,
  CampaignPersonResponse,
  CampaignResponse,
  SignatureBody,
} from './campaign.responses.js';
import type { PersonOfUnit } from './campaign-people.plan.js';
import { CampaignService, type CampaignTold, type JudgedPerson } from './campaign.service.js';
import type { Campaign } from './campaign.store.js';

/** Units are asked for their rosters by a day. */
@ApiTags('roster')
@Controller('roster-campaigns')
export class CampaignController {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @Needs('roster.import')
  @ApiOperation({ summary: 'Campaigns, the newest first' })
  @ApiOkResponse({ type: [CampaignResponse] })
  async list(): Promise<CampaignResponse[]> {
    return (await this.campaigns.list(this.actor.current())).map(campaignResponse);
  }

  @Post()
  @HttpCode(200)
  @Needs('scenario.write')
  @ApiOperation({ summary: 'Ask units for their rosters of a day' })
  @ApiOkResponse({ type: CampaignDetailResponse })
  async open(@Body() body: CampaignBody): Promise<CampaignDetailResponse> {
    return detailResponse(await this.campaigns.open(this.actor.current(), body));
  }

  @Get(':id')
  @Needs('roster.import')
  @ApiOperation({ summary: 'How far each unit is, and the quality of what stands in the registry' })
  @ApiOkResponse({ type: CampaignDetailResponse })
  async get(@Param('id', IdPipe) id: number): Promise<CampaignDetailResponse> {
    return detailResponse(await this.campaigns.get(this.actor.current(), id));
  }

  @Get(':id/people')
  @Needs('roster.import')
  @ApiOperation({ summary: 'The people of the units, with what is wrong in the registry' })
  @ApiOkResponse({ type: CampaignPeopleResponse })
  async people(
    @Param('id', IdPipe) id: number,
    @Query() { offset, limit, ...filter }: CampaignPeoplePageQuery,
  ): Promise<CampaignPeopleResponse> {
    const people = await this.campaigns.people(this.actor.current(), id, filter);
    return {
      total: people.length,
      items: people.slice(offset, offset + limit).map(personResponse),
    };
  }

  @Post(':id/signatures')
  @HttpCode(200)
  @Needs('roster.import')
  @ApiOperation({ summary: 'Sign the people of the own unit as they stand; it stays on record' })
  @ApiOkResponse({ type: CampaignDetailResponse })
  async sign(
    @Param('id', IdPipe) id: number,
    @Body() { unitCode }: SignatureBody,
  ): Promise<CampaignDetailResponse> {
    return detailResponse(await this.campaigns.sign(this.actor.current(), id, unitCode));
  }
}

function campaignResponse({ unitCodes, ...campaign }: Campaign): CampaignResponse {
  return { ...campaign, units: unitCodes.length };
}

function detailResponse({ campaign, isOver, units }: CampaignTold): CampaignDetailResponse {
  return {
    ...campaignResponse(campaign),
    isOver,
    items: units.map(({ unitCode, unitName, state, quality, signature, changedSince }) => ({
      ...{ unitCode, unitName, state, ...quality, changedSince },
      signature: signature && {
        ...{ people: signature.people, score: signature.score, hash: signature.hash },
        ...{ onBehalf: signature.onBehalf, signedName: signature.signedName },
        signedAt: signature.signedAt,
      },
    })),
  };
}

function personResponse(person: PersonOfUnit<JudgedPerson>): CampaignPersonResponse {
  const { unitCode, lowestUnitCode, lowestUnitName } = person;
  return {
    ...{ staffId: person.staffId, fullName: person.fullName },
    ...{ unitCode, unitName: person.unitName },
    divisionName: lowestUnitCode === unitCode ? null : lowestUnitName,
    ...{ positionName: person.positionName, faults: [...person.faults] },
  };
}
