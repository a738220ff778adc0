/** A part of a JSON schema, as far as the description of the API uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly string[];
  readonly example?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

/** A route as the API describes it. */
export interface Route {
  /** `GET /api/people/{id}` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** What a JSON body holds; null = none is wanted. */
  readonly json: Schema | null;
  /** What a form holds; null = none is wanted. */
  readonly form: Schema | null;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

/** The answer of `/api/docs-json`. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export function routesOf({ paths, components }: Description): Route[] {
  const whole = (schema: Schema | undefined): Schema | null =>
    schema === undefined ? null : resolved(schema, components.schemas);
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters,
      json: whole(requestBody?.content['application/json']?.schema),
      form: whole(requestBody?.content['multipart/form-data']?.schema),
    })),
  );
}

/** The schema without references. */
function resolved(schema: Schema, known: Readonly<Record<string, Schema>>): Schema {
  if (schema.$ref !== undefined) {
    const found = known[schema.$ref.split('/').at(-1) ?? ''];
    if (found === undefined) throw new Error(`${schema.$ref} is not described`);
    return resolved(found, known);
  }
  const { items, properties, ...rest } = schema;
  return {
    ...rest,
    ...(items && { items: resolved(items, known) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [name, resolved(each, known)]),
      ),
    }),
  };
}

/** No row has it. */
export const NOWHERE = '7654321';

/** A value of each parameter that the program accepts; a parameter missing here makes the test that needs it fail. */
const ACCEPTED: Readonly<Record<string, string>> = {
  key: 'surplus.deadline',
  id: '1',
  file: '1',
  person: '1',
  upload: '2d5c0f6e-6f0b-4c55-9d3c-0d8a7e1f2b3c',
  province: '12',
  on: '2025-07-01',
  run: '1',
  runs: '1',
  commune: '90001',
  unit: '90001',
  staffId: '1',
  pin: '1',
  version: '1',
  startsOn: '2027-01-01',
  leavingOn: '2026-12-01',
  position: 'O1',
  positionCode: 'O1',
  scenario: '1',
  kind: 'units',
  permission: 'people.read',
  why: 'undated',
};

/** The address of a route with all that it must have, and `values` in place of what is usual. */
export function addressOf(route: Route, values: Readonly<Record<string, string>> = {}): string {
  const wanted = (name: string): string => {
    const value = values[name] ?? ACCEPTED[name];
    if (value === undefined) throw new Error(`${route.name}: what value does "${name}" take?`);
    return value;
  };
  const path = route.path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(wanted(name)),
  );
  const named = route.parameters.filter(
    (each) => each.in === 'query' && (each.required === true || each.name in values),
  );
  const query = new URLSearchParams(
    named.map(({ name }): [string, string] => [name, wanted(name)]),
  );
  if (/\/gap\//.test(path) && !query.has('run') && !query.has('on'))
    query.set('run', wanted('run'));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
