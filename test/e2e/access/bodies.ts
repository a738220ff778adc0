import type { Route, Schema } from './routes.js';

/** A value of each property that is no more than shaped right. */
const SHAPED: Readonly<Record<string, unknown>> = {
  login: 'khong.co',
  password: 'mat-khau-khong-dung',
  current: 'mat-khau-khong-dung',
  code: '123456',
  name: 'Tên thử',
  description: 'Mô tả thử',
  fields: 'ethnicity',
  purpose: 'Kiểm tra dữ liệu gửi lên',
  unitCode: '90001',
  note: 'Ý kiến thử',
  communeCode: '90001',
  happenedOn: '2025-06-20',
  givenOn: '2025-06-20',
  agreedOn: '2025-06-20',
  startsOn: '2025-07-01',
  effectiveOn: '2025-07-01',
  rulesOn: '2025-07-01',
  knownFrom: '2025-01-01',
  asOf: '2025-06-30',
  key: 'surplus.deadline',
  on: '2025-07-01',
  sourceDocument: 'Nghị định thử',
  legalBasis: 'Nghị quyết thử',
  sender: 'UBND xã thử',
  file: 'danh-sach.xlsx',
  sheet: 'Danh sách',
  column: 'B',
  text: 'Lò Văn Thử',
  label: 'Ghi chú',
  field: 'note',
  question: 'same-person',
  answer: 'other',
  positionCode: 'E8',
  responsible: 'Lò Văn Thử',
  dueOn: '2026-03-31',
  personalNumber: '011085999999',
  fullName: 'Lò Văn Thử',
  heardOn: '2026-01-05',
  opinion: 'Đồng ý',
  number: '1/QĐ-UBND',
  decidedOn: '2026-01-06',
  reason: 'Chờ xã trả lời',
  symbol: 'QĐ-THỬ',
  superior: 'UBND TỈNH',
  body: 'SỞ NỘI VỤ',
  place: 'Điện Biên',
  authority: 'GIÁM ĐỐC',
  signerTitle: 'GIÁM ĐỐC',
  signerName: 'Lò Văn Thử',
  oldCode: '90001',
  newCode: '90002',
  mark: 'dau-thu',
};

type Body = Readonly<Record<string, unknown>>;

/** A body with what it must have, each property of its type. @throws for a property whose value nobody has chosen yet */
export function minimalBody(schema: Schema): Body {
  return Object.fromEntries(
    (schema.required ?? []).map((name) => [name, valueOf(name, schema.properties?.[name] ?? {})]),
  );
}

function valueOf(name: string, schema: Schema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'boolean':
      return false;
    case 'number':
      return 1;
    case 'array':
      return schema.items === undefined ? [] : [valueOf(name, schema.items)];
    case 'object':
      return minimalBody(schema);
    default:
      if (SHAPED[name] === undefined) throw new Error(`What text may "${name}" hold?`);
      return SHAPED[name];
  }
}

/** The form of a route: its texts, and a file in each place that wants one. */
export function minimalForm(schema: Schema, fileName = 'tep.csv'): FormData {
  const form = new FormData();
  for (const name of schema.required ?? []) {
    const property = schema.properties?.[name] ?? {};
    const isFile = property.format === 'binary' || property.items?.format === 'binary';
    if (isFile) form.append(name, new Blob(['a,b\n1,2\n']), fileName);
    else form.append(name, String(valueOf(name, property)));
  }
  return form;
}

/** The texts of a body, by their path from the top: `['scope', 0, 'unitCode']`. */
export function textsOf(schema: Schema, path: readonly (string | number)[] = []): TextPlace[] {
  if (schema.type === 'array' && schema.items !== undefined)
    return textsOf(schema.items, [...path, 0]);
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([name, each]) =>
      textsOf(each, [...path, name]),
    );
  return schema.type === 'string' && schema.format !== 'binary' ? [path] : [];
}

export type TextPlace = readonly (string | number)[];

/** The body with a value in one place; lists and objects on the way are made where the body leaves them out. */
export function withText(body: unknown, [step, ...rest]: TextPlace, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(body) ? (body as unknown[]) : [];
    return [withText(list[step], rest, value), ...list.slice(1)];
  }
  const object = (body ?? {}) as Body;
  return { ...object, [step]: withText(object[step], rest, value) };
}

/** Routes that take JSON. */
export function withJson(routes: readonly Route[]): (Route & { readonly json: Schema })[] {
  return routes.filter((route): route is Route & { readonly json: Schema } => route.json !== null);
}

/** Routes that take a form. */
export function withForm(routes: readonly Route[]): (Route & { readonly form: Schema })[] {
  return routes.filter((route): route is Route & { readonly form: Schema } => route.form !== null);
}
