import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { AppModule, type AppOptions } from './app.module.js';
import type { OpenDatabase } from './database/open-database.js';
import { ProblemFilter } from './shared/problem.filter.js';
import { projectRoot } from './shared/project-root.js';
import { shapeRefused } from './shared/shape-faults.js';

/** Nothing comes from outside, and no script or style stands in the page itself. */
const POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
  },
};

/** Swagger's page carries its own inline script and style. */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";
const DOCS = '/api/docs';

/** The program with its HTTP face: the API under /api, its description, and the page. */
export async function httpApplication(
  database: OpenDatabase,
  options: AppOptions,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.over(database, options), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.use(helmet({ contentSecurityPolicy: POLICY, strictTransportSecurity: false }));
  app.use(DOCS, (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Content-Security-Policy', DOCS_POLICY);
    next();
  });
  app.useGlobalPipes(
    new ValidationPipe({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: shapeRefused,
    }),
  );
  app.useGlobalFilters(new ProblemFilter());
  SwaggerModule.setup(DOCS, app, apiDescription(app), { jsonDocumentUrl: `${DOCS}-json` });
  servePage(app);
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
  app.useStaticAssets(folder, { index: false, maxAge: '1h' });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isView = /^(GET|HEAD)$/.test(request.method) && !request.path.startsWith('/api');
    if (isView && existsSync(index)) response.sendFile(index);
    else next();
  });
}
