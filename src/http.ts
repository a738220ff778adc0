import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { Door } from './access/door.js';
import { compressed } from './access/front/compressed.js';
import { securityHeaders } from './access/front/headers.js';
import { ownHostsOnly } from './access/front/own-hosts.js';
import { tlsOptions } from './access/front/tls.js';
import { sessionLimit, signInLimit } from './access/front/rate-limits.js';
import { workGate } from './access/front/work-gate.js';
import { RefusalFilter } from './access/refusal.filter.js';
import { AppModule, type AppOptions } from './app.module.js';
import type { OpenDatabase } from './database/open-database.js';
import type { Reach } from './shared/reach.js';
import { DEFAULT_LIMITS } from './shared/request-limits.js';
import { projectRoot } from './shared/project-root.js';
import { ShapePipe } from './shared/shape.pipe.js';

const DOCS = '/api/docs';

const LARGEST_BODY = '1mb';
/**
 * Longer than browsers and proxies keep a connection for later: who is the first to close it must be they, or a request sent
 * at that moment is lost.
 */
const KEPT_OPEN_MS = 75_000;

export interface HttpOptions extends Omit<AppOptions, 'production' | 'publicUrl'> {
  /** Absent = this machine only. */
  readonly reach?: Reach;
}

const THIS_MACHINE: Reach = { production: false, tls: null, trustProxy: null, publicUrl: null };

/** The program with its HTTP face: the API under /api, its description, and the page. */
export async function httpApplication(
  database: OpenDatabase,
  { reach = THIS_MACHINE, ...options }: HttpOptions,
): Promise<NestExpressApplication> {
  const { production, tls, trustProxy, publicUrl } = reach;
  const { limits = DEFAULT_LIMITS } = options;
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.over(database, { ...options, production, publicUrl }),
    {
      logger: ['error', 'warn'],
      abortOnError: false,
      bodyParser: false,
      ...(tls === null ? {} : { httpsOptions: tlsOptions(tls) }),
    },
  );
  app.setGlobalPrefix('api');
  app.set('trust proxy', trustProxy ?? false);
  app.use(...securityHeaders(DOCS));
  app.use(ownHostsOnly(reach), compressed(), workGate(limits), signInLimit(limits));
  app.use(app.get(Door).handle);
  app.use(sessionLimit(limits));
  // Forms of other sites can send urlencoded bodies without asking; nothing of ours does.
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.useGlobalPipes(new ShapePipe());
  app.useGlobalFilters(app.get(RefusalFilter));
  SwaggerModule.setup(DOCS, app, apiDescription(app), { jsonDocumentUrl: `${DOCS}-json` });
  servePage(app);
  app.getHttpServer().keepAliveTimeout = KEPT_OPEN_MS;
  return app;
}

export function apiDescription(app: NestExpressApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Bố Trí')
    .setDescription('Units, positions, people, mergers, placements and gaps of a province')
    .setVersion('1')
    .build();
  return SwaggerModule.createDocument(app, description, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').toLowerCase()}_${method}`,
  });
}

/** The built page; every address that is no file and not of the API is one of its views. */
function servePage(app: NestExpressApplication): void {
  const folder = join(projectRoot(), 'web', 'dist');
  const index = join(folder, 'index.html');
  // Built files carry their content's hash in the name.
  app.useStaticAssets(join(folder, 'assets'), {
    prefix: '/assets',
    index: false,
    immutable: true,
    maxAge: '1y',
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = /^(GET|HEAD)$/.test(request.method) && !request.path.startsWith('/api');
    if (!isPage || !existsSync(index)) next();
    else if (isFileIn(folder, request.path))
      response.sendFile(request.path, { root: folder, maxAge: '1h' });
    else response.sendFile('index.html', { root: folder });
  });
}

/** The icon and the like, beside the index. */
function isFileIn(folder: string, path: string): boolean {
  return /^\/\w[\w-]*\.[\w.]+$/.test(path) && existsSync(join(folder, path));
}
