import { Injectable } from '@nestjs/common';
import type { BatchKind } from './batch-kind.js';
import { RosterKind } from './roster.kind.js';
import type { SheetKind } from './sheet-kind.js';
import { PersonKinds } from './tables/people/person-kinds.js';
import { ParametersKind } from './tables/law/parameters.kind.js';
import { MergerKind } from './tables/merger/merger.kind.js';
import { ThingKinds } from './tables/things/thing-kinds.js';

/** The kinds of sheets that can come in. */
@Injectable()
export class SheetKinds {
  private readonly kinds: ReadonlyMap<BatchKind, SheetKind>;

  constructor(
    roster: RosterKind,
    people: PersonKinds,
    things: ThingKinds,
    merger: MergerKind,
    parameters: ParametersKind,
  ) {
    const all: readonly SheetKind[] = [roster, ...people.all, ...things.all, merger, parameters];
    this.kinds = new Map(all.map((kind) => [kind.kind, kind]));
  }

  of(kind: BatchKind): SheetKind {
    const found = this.kinds.get(kind);
    if (found === undefined) throw new Error(`no kind of sheets "${kind}"`);
    return found;
  }
}
