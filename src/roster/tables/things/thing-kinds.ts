import { Injectable } from '@nestjs/common';
import type { SheetKind } from '../../sheet-kind.js';
import { SaidSheetsView } from '../said-sheets.view.js';
import { ThingContextView } from './thing-context.view.js';
import { ThingSheetKind, type ThingKindSpec } from './thing-sheet.kind.js';
import { ThingWriter } from './thing-writer.js';
import { NORMS, POSITIONS, POSITION_SUCCESSIONS, SEATS, UNITS } from './things.js';

export const THING_KINDS: readonly ThingKindSpec[] = [
  { kind: 'units', things: [UNITS] },
  { kind: 'positions', things: [POSITIONS, POSITION_SUCCESSIONS] },
  { kind: 'seats', things: [SEATS, NORMS] },
];

/** The kinds of sheets about units, positions, seats and norms. */
@Injectable()
export class ThingKinds {
  readonly all: readonly SheetKind[];

  constructor(context: ThingContextView, writer: ThingWriter, said: SaidSheetsView) {
    this.all = THING_KINDS.map((spec) => new ThingSheetKind(spec, context, writer, said));
  }
}
