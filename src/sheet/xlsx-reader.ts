import type { CellContext } from './cell-value.js';
import type { DateSystem } from './date-serial.js';
import { DEFAULT_LIMITS, type SheetLimits } from './limits.js';
import { SharedStringsHandler } from './shared-strings.js';
import { SheetScanner } from './sheet-scanner.js';
import { StylesHandler } from './styles.js';
import { findWorkbookParts, type SheetPart } from './workbook-parts.js';
import type { Row, Sheet, SheetLayout, SheetRow, SheetState, Workbook } from './workbook.js';
import { parseXml, XmlFeed, type XmlHandler } from './xml-events.js';
import { asRefusal, openParts, type Parts } from './zip-parts.js';

export interface ReadOptions {
  /** Overrides of `DEFAULT_LIMITS`. */
  readonly limits?: Partial<SheetLimits>;
}

/** A workbook whose sheets are read one row after another, each sheet as often as wanted. */
export interface OpenedWorkbook {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetSource[];
}

export interface SheetSource {
  readonly name: string;
  readonly state: SheetState;
  /** Rows with content in the order of the file. @throws BadInput when the part is damaged, forbidden or too large */
  rows(): AsyncGenerator<Row, SheetLayout>;
}

/**
 * Opens an .xlsx workbook: zip by its central directory, parts by SAX. Nothing is written to disk.
 *
 * @throws BadInput `sheet.not-a-workbook`, `sheet.old-format`, `sheet.encrypted`, `sheet.too-large`, `sheet.damaged`,
 *   `sheet.forbidden-content`, each with a message that says what to do
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<OpenedWorkbook> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const parts = await openParts(asBuffer(bytes), limits);
  try {
    const found = await findWorkbookParts(parts);
    const styles = await read(parts, found.stylesPath, new StylesHandler());
    const strings = await read(parts, found.stringsPath, new SharedStringsHandler());
    const context = {
      styles: styles.styles,
      strings: strings.strings,
      dateSystem: found.dateSystem,
    };
    const sheets = found.sheets.map((part) => sourceOf(parts, part, context, limits));
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
  for (const source of opened.sheets) {
    const rows: Row[] = [];
    const layout = await forEachRow(source, (row) => rows.push(row));
    sheets.push({ name: source.name, state: source.state, ...layout, rows });
  }
  return { dateSystem: opened.dateSystem, sheets };
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

function sourceOf(
  parts: Parts,
  { name, state, path }: SheetPart,
  context: CellContext,
  limits: SheetLimits,
): SheetSource {
  return {
    name,
    state,
    rows: () => scan(parts, path, new SheetScanner(context, limits)),
  };
}

async function* scan(
  parts: Parts,
  path: string,
  scanner: SheetScanner,
): AsyncGenerator<Row, SheetLayout> {
  try {
    const feed = new XmlFeed(scanner);
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

async function read<H extends XmlHandler>(
  parts: Parts,
  path: string | null,
  handler: H,
): Promise<H> {
  if (path !== null) await parseXml(await parts.open(path), handler);
  return handler;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
