/**
 * The HTTP contract as the page needs it, in the shape that `openapi-typescript` writes. Its place is taken by
 * `lib/api.gen.ts` once docs/openapi.json exists.
 */
import type {
  Batch,
  BatchIssue,
  Cell,
  Configuration,
  Field,
  Merger,
  PersonInCell,
  Position,
  Proposal,
  Scenario,
  Summary,
  Unit,
} from './shapes.js';

interface Get<Answer, Query = undefined, Path = undefined> {
  get: Operation<Answer, Query, Path>;
}

interface Operation<Answer, Query = undefined, Path = undefined> {
  parameters: { query?: Query extends undefined ? never : Query } & (Path extends undefined
    ? { path?: never }
    : { path: Path });
  responses: { 200: { content: { 'application/json': Answer } } };
}

/** Either a run or a day of the registry; exactly one of them is sent. */
interface AtQuery {
  run?: number;
  on?: string;
}

interface Page {
  offset?: number;
  limit?: number;
}

export interface ProposalFilter extends Page {
  commune?: string;
  position?: string;
  outcome?: string;
  movement?: string;
  search?: string;
}

interface Listed<T> {
  total: number;
  items: T[];
}

type ById = { id: number };

export interface paths {
  '/api/configuration': Get<Configuration>;
  '/api/scenarios': Get<Scenario[]>;
  '/api/scenarios/{id}/merger': Get<Merger, undefined, ById>;
  '/api/runs/{id}/proposals': Get<Listed<Proposal>, ProposalFilter, ById>;
  '/api/gap/cells': Get<Cell[], AtQuery & { block?: string }>;
  '/api/gap/summary': Get<Summary, AtQuery & { block?: string }>;
  '/api/gap/people': Get<
    { items: PersonInCell[] },
    AtQuery & { commune?: string; position?: string }
  >;
  '/api/units': Get<Unit[], { on?: string; level?: string }>;
  '/api/positions': Get<Position[], { on?: string }>;
  '/api/fields': Get<Field[]>;
  '/api/imports': Get<Batch[]>;
  '/api/imports/{id}': Get<Batch, undefined, ById>;
  '/api/imports/{id}/issues': Get<Listed<BatchIssue>, Page & { severity?: string }, ById>;
  '/api/imports/{id}/promotion': { post: Operation<Batch, undefined, ById> };
}
