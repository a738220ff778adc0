import 'reflect-metadata';
import { Controller, Get, Module, Param, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditKey } from '../../src/access/audit-key.js';
import { Trail } from '../../src/access/trail.js';
import { dataSource } from '../../src/database/data-source.js';
import { ENTITIES } from '../../src/entities.js';
import { sourceOf } from '../../src/gap/gap-source.js';
import { GapService } from '../../src/gap/gap.service.js';
import { PeoplePageView } from '../../src/registry/people-page.view.js';
import type { PeopleQuery } from '../../src/registry/registry.queries.js';
import { PersonService } from '../../src/registry/person/person.service.js';
import { PersonView } from '../../src/registry/person/person.view.js';
import { type Actor, operatorOf } from '../../src/shared/actor.js';
import { Transactions } from '../../src/shared/transactions.js';

/**
 * The peer of `bench -- http`: the same statements and the same JSON from a bare NestJS route, as the owner of the tables:
 * no sign-in, no permission, no transaction, no check of what was asked, no row-level security. Prints its port.
 */
const source: DataSource = await dataSource(
  { url: process.env['DATABASE_OWNER_URL'] ?? '' },
  ENTITIES,
).initialize();

class Bare extends Transactions {
  override run<T>(_actor: Actor, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return work(source.manager);
  }
}

const actor: Actor = { ...operatorOf('11', 'canbo'), role: 'officer' };
const bare = new Bare();
const gap = new GapService(bare);
const people = new PeoplePageView();
const person = new PersonService(bare, new PersonView(), new Trail(AuditKey.ephemeral()));

@Controller('api')
class BareController {
  @Get('gap/cells')
  cells(@Query('on') on: string): Promise<unknown> {
    return gap.cells(actor, sourceOf({ on }));
  }

  @Get('people')
  people(@Query() query: Record<string, string>): Promise<unknown> {
    const { on = '', unit, offset = '0', limit = '50' } = query;
    const page = { on, unit, offset: Number(offset), limit: Number(limit) } as PeopleQuery;
    return people.page(source.manager, actor, page);
  }

  @Get('people/:id')
  file(@Param('id') id: string, @Query('on') on: string): Promise<unknown> {
    return person.file(actor, Number(id), on);
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

const app = await NestFactory.create(BareModule, { logger: ['error'] });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
