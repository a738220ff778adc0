import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { expandedParagraphs } from './document/expand.rules.js';
import { Template } from './document/merge.js';
import { readDocument } from './document/read-document.js';
import type { LetterKind } from './letter.js';
import type { LetterValues } from './letter-fields.js';
import { LetterTemplateStore } from './letter-template.store.js';
import { unknownTemplate } from './refusals.js';
import { standardTemplate } from './standard/standard-template.js';

/** 0 = the template that ships with the program. */
const STANDARD = 0;

/** A template of one version, ready to write and to compare with. */
interface ReadyTemplate {
  readonly version: number;
  readonly template: Template;
  readonly paragraphs: readonly string[];
}

export interface MadeLetter {
  readonly file: Buffer;
  readonly hash: string;
  readonly templateVersion: number;
}

/** SHA-256 in hex. */
export function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The templates of one piece of work, each read once. */
export class TemplateShelf {
  private readonly ready = new Map<string, ReadyTemplate>();

  constructor(
    private readonly store: LetterTemplateStore,
    private readonly manager: EntityManager,
    private readonly actor: Actor,
  ) {}

  /** @param version null = the one in use. @throws NotFound `letter.unknown-template` */
  async get(kind: LetterKind, version: number | null): Promise<ReadyTemplate> {
    const key = `${kind}/${version ?? 'newest'}`;
    const known = this.ready.get(key);
    if (known !== undefined) return known;
    const found = await templateFile(this.store, this.manager, this.actor, { kind, version });
    const { paragraphs } = await readDocument(found.file);
    const ready = { version: found.version, template: new Template(found.file), paragraphs };
    this.ready.set(key, ready);
    return ready;
  }
}

/** The bytes of a template. @param asked version null = the one in use. @throws NotFound `letter.unknown-template` */
export async function templateFile(
  store: LetterTemplateStore,
  manager: EntityManager,
  actor: Actor,
  asked: { readonly kind: LetterKind; readonly version: number | null },
): Promise<{ readonly version: number; readonly file: Buffer }> {
  const { kind, version } = asked;
  const found = version === STANDARD ? null : await store.find(manager, actor, { kind, version });
  if (found !== null) return found;
  if (version !== null && version !== STANDARD) throw unknownTemplate(version);
  return { version: STANDARD, file: standardTemplate(kind) };
}

/** Writes papers and reads them back. */
@Injectable()
export class LetterMaker {
  constructor(private readonly templates: LetterTemplateStore) {}

  shelf(manager: EntityManager, actor: Actor): TemplateShelf {
    return new TemplateShelf(this.templates, manager, actor);
  }

  /** A paper that says what it should: one that does not read back is a bug and is never handed out. */
  async make(shelf: TemplateShelf, kind: LetterKind, values: LetterValues): Promise<MadeLetter> {
    const { template, version } = await shelf.get(kind, null);
    const file = template.merged(values);
    const wrong = await this.misread(shelf, { kind, templateVersion: version, values, file });
    if (wrong !== null) throw new Error(`a letter that does not read back: paragraph ${wrong}`);
    return { file, hash: sha256(file), templateVersion: version };
  }

  /** The first paragraph that is not what template and values say, counted from 1; null = all are. */
  async misread(
    shelf: TemplateShelf,
    letter: {
      readonly kind: LetterKind;
      readonly templateVersion: number;
      readonly values: LetterValues;
      readonly file: Buffer;
    },
  ): Promise<number | null> {
    const { paragraphs } = await shelf.get(letter.kind, letter.templateVersion);
    const expected = expandedParagraphs(paragraphs, letter.values);
    const read = (await readDocument(letter.file)).paragraphs;
    const count = Math.max(expected.length, read.length);
    for (let at = 0; at < count; at++) if (expected[at] !== read[at]) return at + 1;
    return null;
  }
}
