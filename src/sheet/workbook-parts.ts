import { posix } from 'node:path';
import type { DateSystem } from './date-serial.js';
import { DEFAULT_LIMITS, type SheetLimits } from './limits.js';
import { damaged, notAWorkbook, shortened, tooLarge } from './refusals.js';
import type { SheetState } from './workbook.js';
import { parseXml, prefixedAttribute, type Attributes, type XmlHandler } from './xml-events.js';
import type { Parts } from './zip-parts.js';

/** Where a workbook keeps its parts. Paths are those of the zip; null = the workbook has no such part. */
export interface WorkbookParts {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetPart[];
  readonly stylesPath: string | null;
  readonly stringsPath: string | null;
}

export interface SheetPart {
  readonly name: string;
  readonly state: SheetState;
  readonly path: string;
}

/** Excel allows 31 characters, others some more. */
const LONGEST_NAME = 255;

export interface Relation {
  readonly id: string;
  /** The last word of the relation's type, e.g. `worksheet`. */
  readonly type: string;
  readonly path: string;
}

/** @throws BadInput `sheet.not-a-workbook` where the zip holds something else, `sheet.damaged` where parts are missing */
export async function findWorkbookParts(
  parts: Parts,
  limits: Pick<SheetLimits, 'sheets'> = DEFAULT_LIMITS,
): Promise<WorkbookParts> {
  const path = await workbookPath(parts);
  const relations = await relationsOf(parts, path);
  const handler = new WorkbookHandler();
  await parseXml(await parts.open(path), handler);
  mustBePlausible(handler.sheets, limits);
  const pathOf = (type: string): string | null =>
    relations.find((each) => each.type === type && parts.has(each.path))?.path ?? null;
  return {
    dateSystem: handler.dateSystem,
    sheets: sheetParts(handler.sheets, relations),
    stylesPath: pathOf('styles'),
    stringsPath: pathOf('sharedStrings'),
  };
}

/** Names tell the sheets apart. */
function mustBePlausible(
  sheets: readonly ListedSheet[],
  limits: Pick<SheetLimits, 'sheets'>,
): void {
  if (sheets.length > limits.sheets)
    throw tooLarge(`${sheets.length} sheet, cho phép ${limits.sheets}`);
  const names = new Set<string>();
  for (const { name } of sheets) {
    if (name.length > LONGEST_NAME) throw damaged(`tên sheet "${shortened(name)}" quá dài`);
    if (names.has(name)) throw damaged(`hai sheet cùng tên "${shortened(name)}"`);
    names.add(name);
  }
}

/** No sheet is read twice, under two names. Sheets of cells only; charts, dialogs and macro sheets have no rows. */
function sheetParts(
  sheets: readonly ListedSheet[],
  relations: readonly Relation[],
): readonly SheetPart[] {
  const byId = new Map(relations.map((each) => [each.id, each]));
  const taken = new Set<string>();
  return sheets.flatMap(({ name, state, relationId }) => {
    const relation = byId.get(relationId);
    if (relation === undefined) throw damaged(`sheet "${shortened(name)}" không có nội dung`);
    const path = relation.path.toLowerCase();
    if (taken.has(path)) throw damaged(`sheet "${shortened(name)}" dùng nội dung của sheet khác`);
    taken.add(path);
    return relation.type === 'worksheet' ? [{ name, state, path: relation.path }] : [];
  });
}

/** The path of the workbook's own part. @throws BadInput `sheet.not-a-workbook` */
export async function workbookPath(parts: Parts): Promise<string> {
  const relations = await relationsOf(parts, '');
  const path = relations.find((each) => each.type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  if (!parts.has(path)) throw notAWorkbook(kindOfZip(parts));
  if (path.toLowerCase().endsWith('.bin')) throw notAWorkbook('sổ tính nhị phân .xlsb');
  if (!path.toLowerCase().startsWith('xl/') && parts.has('word/document.xml'))
    throw notAWorkbook('văn bản Word');
  return path;
}

function kindOfZip(parts: Parts): string {
  if (parts.has('word/document.xml')) return 'văn bản Word';
  if (parts.has('mimetype') && parts.has('content.xml')) return 'tệp OpenDocument';
  return 'tệp nén không chứa sổ tính';
}

/** Where the relations of the part at `path` stand; '' = those of the package. */
export function relationsPathOf(path: string): string {
  return posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
}

/** The relations of the part at `path`; '' = those of the package. Targets are absolute or relative to the part. */
export async function relationsOf(parts: Parts, path: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(path);
  const relationsPath = relationsPathOf(path);
  if (!parts.has(relationsPath)) return [];
  const relations: Relation[] = [];
  await parseXml(await parts.open(relationsPath), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = attributes['Target'] ?? '';
      relations.push({
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').split('/').pop() ?? '',
        path: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
    close() {},
    text() {},
  });
  return relations;
}

interface ListedSheet {
  readonly name: string;
  readonly state: SheetState;
  readonly relationId: string;
}

class WorkbookHandler implements XmlHandler {
  dateSystem: DateSystem = '1900';
  readonly sheets: ListedSheet[] = [];

  open(name: string, attributes: Attributes): void {
    if (name === 'workbookPr') {
      const flag = attributes['date1904'];
      if (flag === '1' || flag === 'true' || flag === 'on') this.dateSystem = '1904';
    } else if (name === 'sheet') {
      this.sheets.push({
        name: attributes['name'] ?? '',
        state: stateOf(attributes['state']),
        relationId: prefixedAttribute(attributes, 'id') ?? '',
      });
    }
  }

  close(): void {}
  text(): void {}
}

function stateOf(state: string | undefined): SheetState {
  if (state === 'hidden') return 'hidden';
  return state === 'veryHidden' ? 'very-hidden' : 'visible';
}
