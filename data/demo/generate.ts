import { married } from './couples.js';
import { readGeography, type Geography } from './geography.js';
import { workbooksOf, type DemoWorkbook } from './layout.js';
import { MajorDraw } from './majors.js';
import { peopleOf } from './people.js';
import type { DemoPerson } from './person.js';
import { planLeavers, planOtherBlocks, planPublicService } from './plan/blocks.js';
import { planCells } from './plan/cells.js';
import { employ, type Employment } from './plan/employment.js';
import { planGovernment } from './plan/government.js';
import { Chance } from './random.js';
import { WorkplaceTexts } from './workplace.js';

/** The seed of the committed workbooks. */
export const DEMO_SEED = 20_250_701;

export interface Demo {
  readonly people: readonly DemoPerson[];
  /** What each person was planned for; same order as `people`. */
  readonly employments: readonly Employment[];
  readonly workbooks: readonly DemoWorkbook[];
  readonly geography: Geography;
}

/**
 * The invented roster of Điện Biên on 30 June 2025: 3,567 people in ten workbooks.
 *
 * The same seed gives the same people everywhere. Reads the tables of `data/` below the working directory.
 */
export function generateDemo(seed = DEMO_SEED): Demo {
  const geography = readGeography();
  const cells = planCells(geography, new Chance(seed, 'cells'));
  const slots = [
    ...planGovernment(geography, cells, new Chance(seed, 'government')),
    ...planOtherBlocks(geography),
    ...planPublicService(),
    ...planLeavers(),
  ];
  const employments = employ(slots, geography, new Chance(seed, 'employment'));
  const majors = new MajorDraw(new Chance(seed, 'majors'));
  const workplaces = new WorkplaceTexts(geography);
  const people = peopleOf(employments, { seed, geography, majors, workplaces });
  const couples = married(people, new Chance(seed, 'couples'));
  return { people: couples, employments, workbooks: workbooksOf(couples, geography), geography };
}
