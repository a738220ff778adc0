import { Injectable } from '@nestjs/common';
import { CatalogueView } from './catalogue.view.js';
import { CheckRulesView } from './check-rules.view.js';
import { FitAndSeatsView } from './fit-and-seats.view.js';
import { RosterContextView } from './roster-context.view.js';
import { RosterMovesView } from './roster-moves.view.js';

/** What the registry and the law say on a roster's day. */
@Injectable()
export class RosterViews {
  constructor(
    readonly context: RosterContextView,
    readonly catalogue: CatalogueView,
    readonly fitAndSeats: FitAndSeatsView,
    readonly rules: CheckRulesView,
    readonly moves: RosterMovesView,
  ) {}
}
