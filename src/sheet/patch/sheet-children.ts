import { insertion, type Edit } from './edits.js';
import { prefixOf, tagsOf, type Tag } from './xml-tags.js';

/** An element directly under the root of a worksheet. */
export interface Child {
  readonly open: Tag;
  /** The closing tag; the same as `open` where the element is empty. */
  readonly close: Tag;
}

/** The order in which a worksheet's elements must stand. @source ECMA-376 part 1, CT_Worksheet */
const ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr'],
  ...['sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState'],
  ...['dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr'],
  ...['conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins'],
  ...['pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches'],
  ...['ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF'],
  ...['picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst'],
];

/** What stands directly under the root, and the root's own tags. */
export class SheetChildren {
  private constructor(
    readonly children: readonly Child[],
    private readonly root: Child,
  ) {}

  /** null = not one whole root element. */
  static of(xml: string): SheetChildren | null {
    const children: Child[] = [];
    let depth = 0;
    let root: Tag | null = null;
    let open: Tag | null = null;
    for (const tag of tagsOf(xml)) {
      if (tag.kind === 'close') depth--;
      if (depth === 0 && tag.kind === 'open') root = tag;
      else if (depth === 0 && tag.kind === 'close' && root !== null)
        return new SheetChildren(children, { open: root, close: tag });
      else if (depth === 1 && tag.kind === 'open') open = tag;
      else if (depth === 1) children.push({ open: open ?? tag, close: tag });
      if (depth === 1 && tag.kind !== 'open') open = null;
      if (tag.kind === 'open') depth++;
    }
    return null;
  }

  get prefix(): string {
    return prefixOf(this.root.open);
  }

  find(local: string): Child | undefined {
    return this.children.find(({ open }) => open.local === local);
  }

  /** A new element, put where the order wants it. */
  put(local: string, element: string): Edit {
    const rank = ORDER.indexOf(local);
    const next = this.children.find(({ open }) => ORDER.indexOf(open.local) > rank);
    return insertion((next?.open ?? this.root.close).start, element);
  }
}
