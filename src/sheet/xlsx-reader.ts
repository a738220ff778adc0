import { commentsOf } from './comments.js';
import type { DateSystem } from './date-serial.js';
import { allowanceOf, DEFAULT_LIMITS, type Allowance, type SheetLimits } from './limits.js';
import { mustBeSelfContained } from './package-wall.js';
import { SharedStringsHandler } from './shared-strings.js';
import { SheetScanner } from './sheet-scanner.js';
import { StylesHandler } from './styles.js';
import { findWorkbookParts } from './workbook-parts.js';
import type {
  CellComment,
  Row,
  Sheet,
  SheetLayout,
  SheetRow,
  SheetState,
  Workbook,
} from './workbook.js';
import { parseXml, XmlFeed, type XmlHandler } from './xml-events.js';
import { asRefusal, openParts, type Parts } from './zip-parts.js';

export interface ReadOptions {
  /** Overrides of `DEFAULT_LIMITS`. */
  readonly limits?: Partial<SheetLimits>;
  /** Called by `readWorkbook` with the number of rows read so far, now and then and at the end. */
  readonly progress?: (rows: number) => void;
}

/** Rows between two calls of `progress`. */
const PROGRESS_ROWS = 1_000;

/** A workbook whose sheets are read one row after another; the limits count all that is read of it. */
export interface OpenedWorkbook {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetSource[];
}

export interface SheetSource {
  readonly name: string;
  readonly state: SheetState;
  /** Rows with content in the order of the file. @throws BadInput when the part is damaged, forbidden or too large */
  rows(): AsyncGenerator<Row, SheetLayout>;
  /** What people wrote beside its cells. Throws as `rows` does. */
  comments(): Promise<readonly CellComment[]>;
}

/**
 * Opens an .xlsx workbook: zip by its central directory, parts by SAX. Nothing is written to disk.
 *
 * @throws BadInput `sheet.not-a-workbook`, `sheet.old-format`, `sheet.csv`, `sheet.encrypted`, `sheet.too-large`,
 *   `sheet.damaged`, `sheet.macros`, `sheet.external-link`, `sheet.nested-file`, `sheet.unsafe-container`,
 *   `sheet.document-type`, each with a message that says what to do
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<OpenedWorkbook> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const parts = await openParts(asBuffer(bytes), limits);
  try {
    const allowance = allowanceOf(limits);
    const found = await findWorkbookParts(parts, limits);
    await mustBeSelfContained(parts);
    const read = partReader(parts, allowance);
    const styles = await read(found.stylesPath, new StylesHandler(limits));
    const strings = await read(found.stringsPath, new SharedStringsHandler(limits));
    const context = {
      styles: styles.styles,
      strings: strings.strings,
      dateSystem: found.dateSystem,
    };
    const sheets = found.sheets.map((part) => ({
      name: part.name,
      state: part.state,
      rows: () => scan(parts, part.path, new SheetScanner(context, limits, allowance), allowance),
      comments: () => commentsOf(parts, part.path, { limits, allowance }),
    }));
    return { dateSystem: found.dateSystem, sheets };
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Reads a whole workbook into memory; for rosters of some thousand rows. Throws as `openWorkbook` does. */
export async function readWorkbook(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Workbook> {
  const opened = await openWorkbook(bytes, options);
  const sheets: Sheet[] = [];
  let count = 0;
  for (const source of opened.sheets) {
    const rows: Row[] = [];
    const layout = await forEachRow(source, (row) => {
      rows.push(row);
      if (++count % PROGRESS_ROWS === 0) options.progress?.(count);
    });
    const comments = await commentsIn(source);
    sheets.push({ name: source.name, state: source.state, ...layout, rows, ...comments });
  }
  options.progress?.(count);
  return { dateSystem: opened.dateSystem, sheets };
}

async function commentsIn(source: SheetSource): Promise<Pick<Sheet, 'comments'>> {
  try {
    const comments = await source.comments();
    return comments.length > 0 ? { comments } : {};
  } catch (error) {
    throw asRefusal(error);
  }
}

/** All rows of all sheets as one stream, in the order of the workbook. Throws as `openWorkbook` does. */
export async function* rowsOf(
  bytes: Uint8Array,
  options: ReadOptions = {},
): AsyncGenerator<SheetRow, void> {
  for (const source of (await openWorkbook(bytes, options)).sheets)
    for await (const row of source.rows()) yield { sheet: source.name, ...row };
}

/** Calls `use` for each row and gives the layout that is known after the last. */
export async function forEachRow(
  source: SheetSource,
  use: (row: Row) => void,
): Promise<SheetLayout> {
  const rows = source.rows();
  for (;;) {
    const next = await rows.next();
    if (next.done === true) return next.value;
    use(next.value);
  }
}

async function* scan(
  parts: Parts,
  path: string,
  scanner: SheetScanner,
  allowance: Allowance,
): AsyncGenerator<Row, SheetLayout> {
  try {
    const feed = new XmlFeed(scanner, allowance);
    for await (const chunk of (await parts.open(path)) as AsyncIterable<Buffer>) {
      feed.write(chunk);
      yield* scanner.takeRows();
    }
    feed.end();
    yield* scanner.takeRows();
    return scanner.layout;
  } catch (error) {
    throw asRefusal(error);
  }
}

function partReader(
  parts: Parts,
  allowance: Allowance,
): <H extends XmlHandler>(path: string | null, handler: H) => Promise<H> {
  return async (path, handler) => {
    if (path !== null) await parseXml(await parts.open(path), handler, allowance);
    return handler;
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
