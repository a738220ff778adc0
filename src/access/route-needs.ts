import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { NEED, type Need } from './needs.js';

export interface Route {
  readonly method: string;
  /** As the framework writes it, with its prefix: `/api/scenarios/:id`. */
  readonly path: string;
  readonly need: Need;
}

/** What every route needs, read from the program itself; a route that names nothing keeps it from starting. */
@Injectable()
export class RouteNeeds implements OnModuleInit {
  private routes: readonly Route[] = [];
  private readonly free = new Set<string>();
  private readonly steps = new Set<string>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws Error naming the routes without `@Needs`. */
  onModuleInit(): void {
    const found = this.discovery
      .getControllers()
      .flatMap(({ instance, metatype }) =>
        instance && typeof metatype === 'function'
          ? this.routesOf(instance as object, metatype)
          : [],
      );
    const nameless = found.filter((route) => route.need === undefined);
    if (nameless.length > 0)
      throw new Error(
        `Routes without @Needs: ${nameless.map(({ method, path }) => `${method} ${path}`).join(', ')}`,
      );
    this.routes = found as Route[];
    for (const { method, path, need } of this.routes) {
      if (need === 'public') this.free.add(`${method} ${path}`);
      if (need === 'sign-in') this.steps.add(`${method} ${path}`);
    }
  }

  all(): readonly Route[] {
    return this.routes;
  }

  /** Only paths without parameters can be public. */
  isPublic(method: string, path: string): boolean {
    return this.free.has(keyOf(method, path));
  }

  /** A step of a sign-in that is not complete yet. */
  isStep(method: string, path: string): boolean {
    return this.steps.has(keyOf(method, path));
  }

  private routesOf(
    instance: object,
    controller: object,
  ): { method: string; path: string; need: Need | undefined }[] {
    const prototype = Object.getPrototypeOf(instance) as Record<string, object | undefined>;
    const base = pathsOf(Reflect.getMetadata(PATH_METADATA, controller))[0] ?? '';
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const method =
        handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
      if (handler === undefined || method === undefined) return [];
      const need = needOf(handler) ?? needOf(controller);
      return pathsOf(Reflect.getMetadata(PATH_METADATA, handler)).map((path) => ({
        method: RequestMethod[method],
        path: `/api/${[base, path].join('/')}`.replace(/\/+/g, '/').replace(/\/$/, ''),
        need,
      }));
    });
  }
}

function needOf(target: object): Need | undefined {
  return Reflect.getMetadata(NEED, target) as Need | undefined;
}

function pathsOf(metadata: unknown): string[] {
  if (Array.isArray(metadata)) return metadata as string[];
  return [typeof metadata === 'string' ? metadata : ''];
}

function keyOf(method: string, path: string): string {
  return `${method === 'HEAD' ? 'GET' : method} ${path.replace(/\/$/, '')}`;
}
