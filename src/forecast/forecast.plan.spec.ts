import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import { parametersOn, scopesOf } from '../rules/parameters.js';
import { retirementContext } from '../rules/retirement.rules.js';
import { departuresOf, type Holder } from './departures.plan.js';
import { cellsOn, forecastOf } from './forecast.plan.js';
import { FutureCells, type CellFact } from './future-cells.plan.js';

const context = retirementContext(
  parametersOn(parameterRows(), '2026-11-21', scopesOf('11')).values,
);
const FROM = '2026-11-21';
let people = 0;

function aHolder(given: Partial<Holder> = {}): Holder {
  return {
    staffId: (people += 1),
    communeCode: 'C0',
    unitCode: 'C0.VP',
    positionCode: 'O10',
    block: 'government',
    main: true,
    seated: true,
    qualified: true,
    absent: false,
    covers: false,
    bornOn: '1985-05-20',
    sex: 'male',
    endsOn: null,
    ...given,
  };
}

/** The cell of the holders as the gap would count it. */
function aCell(holders: readonly Holder[], seats: number): CellFact {
  const main = holders.filter((each) => each.main);
  const seated = main.filter((each) => each.seated);
  return {
    communeCode: 'C0',
    unitCode: 'C0.VP',
    positionCode: 'O10',
    block: 'government',
    seats,
    surplus: main.length - seated.length,
    vacant: seats - seated.length,
    misfit: seated.filter((each) => each.absent || !each.qualified).length,
    cover: holders.filter((each) => each.covers).length,
  };
}

const forecast = (holders: readonly Holder[], seats: number, until = '2032-01-01') =>
  forecastOf({ from: FROM, until, holders, cells: [aCell(holders, seats)] }, context);

/** Born in March 1966: retires on 2028-01-01. */
const RETIRES_2028 = { bornOn: '1966-03' };
/** Only the year is known: between 2027-11-01 and 2029-01-01. */
const RETIRES_SOMETIME = { bornOn: '1966' };

describe('departuresOf', () => {
  it('departuresOf orders by the earliest day and sets apart who is undated or overdue', () => {
    const later = aHolder(RETIRES_2028);
    const sooner = aHolder(RETIRES_SOMETIME);
    const unknown = aHolder({ bornOn: null });
    const past = aHolder({ bornOn: '1964-01' });
    const older = aHolder({ bornOn: '1955' });
    const found = departuresOf([later, sooner, unknown, past, older], FROM, context);
    expect(found.all.map(({ holder }) => holder)).toEqual([sooner, later]);
    expect(found.undated).toEqual([unknown]);
    expect(found.overdue).toEqual([past, older]);
  });

  it.each([
    ['2027-12-31', 'end-of-posting', '2027-12-31'],
    ['2028-01-01', 'end-of-posting', '2028-01-01'],
    ['2028-01-02', 'retirement', '2028-01-01'],
    [null, 'retirement', '2028-01-01'],
  ])('departuresOf a posting that ends on %s: %s', (endsOn, kind, earliestOn) => {
    const found = departuresOf([aHolder({ ...RETIRES_2028, endsOn })], FROM, context);
    expect(found.all).toMatchObject([{ kind, earliestOn, latestOn: earliestOn }]);
  });

  it('departuresOf lets a person whose earliest month has passed leave with the next', () => {
    const found = departuresOf([aHolder(RETIRES_SOMETIME)], '2028-03-10', context);
    expect(found.all).toMatchObject([{ earliestOn: '2028-04-01', latestOn: '2029-01-01' }]);
    expect(found.overdue).toEqual([]);
  });

  it('departuresOf counts a person as overdue from the day of retirement on', () => {
    const on = (day: string) => departuresOf([aHolder(RETIRES_2028)], day, context).overdue.length;
    expect([on('2027-12-31'), on('2028-01-01')]).toEqual([0, 1]);
  });
});

describe('forecastOf', () => {
  it('forecastOf runs from the day over every first of a month to the end', () => {
    const { points } = forecast([], 1, '2027-02-01');
    expect(points.map(({ on }) => on)).toEqual([FROM, '2026-12-01', '2027-01-01', '2027-02-01']);
  });

  it('forecastOf makes a seat vacant on the day of retirement, and warns of the last qualified holder', () => {
    const leaver = aHolder(RETIRES_2028);
    const { points, lastHolders, cells } = forecast([leaver], 1);
    const shortages = Object.fromEntries(points.map(({ on, shortage }) => [on, shortage]));
    expect(shortages['2027-12-01']).toEqual({ low: 0, high: 0 });
    expect(shortages['2028-01-01']).toEqual({ low: 1, high: 1 });
    expect(lastHolders).toMatchObject([{ staffId: leaver.staffId, earliestOn: '2028-01-01' }]);
    expect(cells).toMatchObject([
      { now: { surplus: 0, shortage: 0 }, shortage: { low: 1, high: 1 } },
    ]);
  });

  it('forecastOf names in its list whoever its last point counts, on that very day too', () => {
    const { points, departures } = forecast([aHolder(RETIRES_2028)], 1, '2028-01-01');
    expect(points.at(-1)).toMatchObject({ on: '2028-01-01', retired: { low: 1, high: 1 } });
    expect(departures.all).toHaveLength(1);
    expect(forecast([aHolder(RETIRES_2028)], 1, '2027-12-01').departures.all).toEqual([]);
  });

  it('cellsOn adds up to the point of the day, and leaves out cells with nothing', () => {
    const holders = [aHolder(RETIRES_SOMETIME), aHolder({ seated: false, qualified: false })];
    const cells = [aCell(holders, 1), { ...aCell([], 0), unitCode: 'C0.KT' }];
    const { points } = forecastOf({ from: FROM, until: '2030-01-01', holders, cells }, context);
    for (const { on, surplus, shortage } of points) {
      const found = cellsOn({ from: FROM, on, holders, cells }, context);
      expect(found).toMatchObject([{ fact: { unitCode: 'C0.VP' }, surplus, shortage }]);
      const reversed = cellsOn({ from: FROM, on, holders, cells: [...cells].reverse() }, context);
      expect(reversed).toEqual(found);
    }
  });

  it('forecastOf gives a range between the two ends of an unknown month', () => {
    const { points } = forecast([aHolder(RETIRES_SOMETIME)], 1);
    const on = (day: string) => points.find((point) => point.on === day);
    expect(on('2027-10-01')).toMatchObject({ retired: { low: 0, high: 0 } });
    expect(on('2027-11-01')).toMatchObject({
      retired: { low: 0, high: 1 },
      shortage: { low: 0, high: 1 },
    });
    expect(on('2029-01-01')).toMatchObject({
      retired: { low: 1, high: 1 },
      shortage: { low: 1, high: 1 },
    });
  });

  it('forecastOf gives a free seat to a qualified person who waits there, and to nobody else', () => {
    const leaver = aHolder(RETIRES_2028);
    const fit = aHolder({ seated: false });
    const unfit = aHolder({ seated: false, qualified: false });
    const last = (holders: Holder[]) => forecast(holders, 1).points.at(-1);
    expect(last([leaver, fit])).toMatchObject({ surplus: { high: 0 }, shortage: { high: 0 } });
    expect(last([leaver, unfit])).toMatchObject({ surplus: { high: 1 }, shortage: { high: 1 } });
    expect(forecast([leaver, fit], 1).lastHolders).toEqual([]);
  });

  it('forecastOf lets who took a seat leave it again', () => {
    const first = aHolder(RETIRES_2028);
    const second = aHolder({ seated: false, bornOn: '1967-01' });
    const { points } = forecast([first, second], 1);
    expect(points.at(-1)).toMatchObject({
      retired: { low: 2, high: 2 },
      surplus: { low: 0, high: 0 },
      shortage: { low: 1, high: 1 },
    });
  });

  it('forecastOf takes a surplus person who retires off the surplus', () => {
    const { points } = forecast([aHolder(), aHolder({ ...RETIRES_2028, seated: false })], 1);
    expect(points[0]).toMatchObject({ surplus: { low: 1, high: 1 } });
    expect(points.at(-1)).toMatchObject({ surplus: { low: 0, high: 0 }, shortage: { high: 0 } });
  });

  it('forecastOf keeps a shortage when a misfit holder leaves', () => {
    const { points } = forecast([aHolder({ ...RETIRES_2028, qualified: false })], 1);
    expect([points[0]?.shortage, points.at(-1)?.shortage]).toEqual([
      { low: 1, high: 1 },
      { low: 1, high: 1 },
    ]);
  });

  it('forecastOf opens the gap again when a secondment ends', () => {
    const helper = aHolder({ main: false, seated: false, covers: true, endsOn: '2027-04-20' });
    const { points } = forecast([helper], 1);
    const on = (day: string) => points.find((point) => point.on === day);
    expect(on('2027-04-01')).toMatchObject({ ended: 0, shortage: { high: 0 } });
    expect(on('2027-05-01')).toMatchObject({ ended: 1, shortage: { low: 1, high: 1 } });
  });

  it('forecastOf starts from what the gap counts, whoever is not named in it', () => {
    const cell = { ...aCell([], 5), vacant: 2, surplus: 3, misfit: 1 };
    const { points } = forecastOf(
      { from: FROM, until: '2027-01-01', holders: [], cells: [cell] },
      context,
    );
    expect(points[0]).toMatchObject({
      surplus: { low: 3, high: 3 },
      shortage: { low: 3, high: 3 },
    });
  });
});

describe('FutureCells', () => {
  it('FutureCells knows nothing of a cell that was never counted', () => {
    const cells = new FutureCells([], []);
    expect(cells.leave(aHolder())).toBe(false);
    expect(cells.figuresOf({ unitCode: 'C9', positionCode: 'O1' })).toEqual({
      surplus: 0,
      shortage: 0,
    });
    expect(cells.totals).toEqual({ surplus: 0, shortage: 0 });
  });
});
