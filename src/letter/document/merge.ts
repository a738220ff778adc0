import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { editZip } from '../../sheet/patch/zip-edit.js';
import { BASES, LETTER_FIELDS, type LetterValues } from '../letter-fields.js';
import { brokenTemplate } from './refusals.js';

const KNOWN: ReadonlySet<string> = new Set([...Object.keys(LETTER_FIELDS), BASES]);

/** Looks a name up in the list of fields and nowhere else: a template holds no expression and reaches no property. */
function lookUp(tag: string): { get(scope: unknown): unknown } {
  const name = tag.trim();
  return {
    get(scope) {
      if (name === '.') return scope;
      if (!KNOWN.has(name) || typeof scope !== 'object' || scope === null) return undefined;
      return Object.hasOwn(scope, name) ? (scope as Record<string, unknown>)[name] : undefined;
    },
  };
}

/** A template ready to be filled many times: what its parts say is unpacked once. */
export class Template {
  private readonly before: ReadonlyMap<string, string>;

  constructor(private readonly bytes: Buffer) {
    const zip = new PizZip(bytes);
    const names = Object.keys(zip.files).filter((name) => /\.xml$/i.test(name));
    this.before = new Map(names.map((name) => [name, zip.file(name)?.asText() ?? '']));
  }

  /**
   * The template with the values in it. Every part that names no field keeps its bytes as they came, and times are fixed:
   * the same template and values give the same bytes.
   *
   * @throws BadInput `letter.template-broken`
   */
  merged(values: LetterValues): Buffer {
    const zip = new PizZip(this.bytes);
    try {
      const document = new Docxtemplater(zip, {
        paragraphLoop: true,
        linebreaks: false,
        errorLogging: false,
        parser: lookUp,
        nullGetter: () => '',
      });
      document.render(values);
    } catch (error) {
      throw brokenTemplate(explained(error));
    }
    return editZip(this.bytes, { written: this.changedParts(zip), removed: new Set() });
  }

  /** Parts that say something else now. */
  private changedParts(zip: PizZip): Map<string, Buffer> {
    const written = new Map<string, Buffer>();
    for (const [name, before] of this.before) {
      const now = zip.file(name)?.asText() ?? '';
      if (before !== now) written.set(name, Buffer.from(now, 'utf8'));
    }
    return written;
  }
}

interface LibraryError {
  readonly properties?: {
    readonly explanation?: string;
    readonly xtag?: string;
    readonly errors?: readonly LibraryError[];
  };
}

/** Where the library stumbled, by the tags that it names; never its stack. */
function explained(error: unknown): string {
  const { properties } = error as LibraryError;
  const errors = properties?.errors ?? [error as LibraryError];
  const tags = errors.flatMap((each) => each.properties?.xtag ?? []);
  if (properties === undefined) throw error;
  return tags.length === 0 ? 'không đọc được' : [...new Set(tags)].slice(0, 5).join(', ');
}
