import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Installation } from '../access/installation.js';
import { Needs } from '../access/needs.js';
import { NotFound } from '../shared/errors.js';
import { dataPath } from '../shared/project-root.js';
import { Transactions } from '../shared/transactions.js';

class HealthResponse {
  @ApiProperty({ enum: ['ok'] }) status!: 'ok';
}

class FigureResponse {
  @ApiProperty() key!: string;
  @ApiProperty({ type: Number, nullable: true }) value!: number | null;
  @ApiProperty({ enum: ['public', 'assumption'] }) kind!: 'public' | 'assumption';
  @ApiProperty() source!: string;
}

class ConfigurationResponse {
  @ApiProperty() provinceCode!: string;
  @ApiProperty() provinceName!: string;
  @ApiProperty({ description: 'The people are invented' }) demo!: boolean;
  @ApiProperty({ type: String, nullable: true }) rulesOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) effectiveOn!: string | null;
  @ApiProperty({ type: [FigureResponse] }) figures!: FigureResponse[];
}

interface Loaded {
  readonly provinceName: string;
  readonly demo: boolean;
  readonly rulesOn: string | null;
  readonly effectiveOn: string | null;
}

/** What the page must know before anything else. */
@ApiTags('site')
@Controller()
export class SiteController {
  constructor(
    private readonly transactions: Transactions,
    private readonly installation: Installation,
  ) {}

  @Get('health')
  @Needs('public')
  @ApiOperation({ summary: 'Answers when the program is ready' })
  @ApiOkResponse({ type: HealthResponse })
  health(): HealthResponse {
    return { status: 'ok' };
  }

  @Get('configuration')
  @Needs('public')
  @ApiOperation({ summary: 'The province, and whether its people are invented' })
  @ApiOkResponse({ type: ConfigurationResponse })
  async configuration(): Promise<ConfigurationResponse> {
    const actor = this.installation.operator();
    const [loaded] = await this.transactions.run(actor, (manager) =>
      manager.query<Loaded[]>(LOADED, [actor.provinceCode]),
    );
    const { provinceName = '', demo = false, rulesOn = null, effectiveOn = null } = loaded ?? {};
    const figures = demo ? await demoFigures() : [];
    return { provinceCode: actor.provinceCode, provinceName, demo, rulesOn, effectiveOn, figures };
  }

  @Get('boundaries/:province')
  @Needs('catalogue.read')
  @Header('Content-Type', 'application/json')
  @Header('Cache-Control', 'public, max-age=86400')
  @ApiOperation({ summary: 'Shapes of the new units of a province, TopoJSON, for drawing only' })
  async boundaries(@Param('province') province: string): Promise<string> {
    const file = dataPath('boundaries', `${province}.topojson`);
    if (!/^\d{2}$/.test(province) || !existsSync(file))
      throw new NotFound('site.no-boundaries', `Không có bản đồ của tỉnh mã "${province}".`);
    return readFile(file, 'utf8');
  }
}

const LOADED = `
  SELECT province.name AS "provinceName",
    EXISTS (SELECT 1 FROM audit_entries WHERE province_code = $1 AND action = 'demo.loading') AS demo,
    (SELECT rules_on::text FROM scenarios WHERE province_code = $1 ORDER BY id LIMIT 1) AS "rulesOn",
    (SELECT effective_on::text FROM scenarios WHERE province_code = $1 ORDER BY id LIMIT 1) AS "effectiveOn"
  FROM provinces province WHERE province.code = $1`;

async function demoFigures(): Promise<FigureResponse[]> {
  return JSON.parse(await readFile(dataPath('demo', 'figures.json'), 'utf8')) as FigureResponse[];
}
