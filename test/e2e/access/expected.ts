/** Who asks: a stranger, and one account of each role; `canbo.dang` is an officer of one block only. */
export const COLUMNS = [
  'stranger',
  'canbo',
  'canbo.dang',
  'quanly',
  'lanhdao',
  'kiemtoan',
  'quantri',
] as const;

export type Column = (typeof COLUMNS)[number];

/** What one route must do. */
export interface Expected {
  /** What it asks for: see `src/access/needs.ts`. */
  readonly needs: string;
  /** Let through to the route; the others are answered 403, a stranger 401. */
  readonly lets: Readonly<Record<Column, boolean>>;
}

/**
 * Every route and who is let through. Written by hand, beside the program's own table of rights: a new route has no row here
 * until somebody has decided who may use it, and a right that is given away by mistake differs from what stands here.
 */
const TABLE = `
                                         needs           stranger  canbo  canbo.dang  quanly  lanhdao  kiemtoan  quantri
GET /api/access/settings                 account.manage  –         –      –           –       –        –         yes
PUT /api/access/settings                 account.manage  –         –      –           –       –        –         yes
GET /api/access/why                      session         –         yes    yes         yes     yes      yes       yes
GET /api/accounts                        account.manage  –         –      –           –       –        –         yes
POST /api/accounts                       account.manage  –         –      –           –       –        –         yes
PATCH /api/accounts/{id}                 account.manage  –         –      –           –       –        –         yes
POST /api/accounts/{id}/password         account.manage  –         –      –           –       –        –         yes
PUT /api/accounts/{id}/scope             account.manage  –         –      –           –       –        –         yes
DELETE /api/accounts/{id}/second-factor  account.manage  –         –      –           –       –        –         yes
DELETE /api/accounts/{id}/sessions       account.manage  –         –      –           –       –        –         yes
GET /api/audit                           audit.read      –         –      –           –       –        yes       –
GET /api/audit/anchor                    audit.read      –         –      –           –       –        yes       –
POST /api/audit/export.xlsx              audit.read      –         –      –           –       –        yes       –
GET /api/audit/state                     audit.read      –         –      –           –       –        yes       –
GET /api/audit/verification              audit.read      –         –      –           –       –        yes       –
GET /api/boundaries/{province}           catalogue.read  –         yes    yes         yes     yes      yes       yes
GET /api/comparisons                     scenario.read   –         yes    yes         yes     yes      –         –
GET /api/comparisons/choices             scenario.write  –         yes    –           –       –        –         –
GET /api/comparisons/needs               scenario.read   –         yes    yes         yes     yes      –         –
GET /api/comparisons/people              scenario.read   –         yes    yes         yes     yes      –         –
GET /api/configuration                   public          yes       yes    yes         yes     yes      yes       yes
GET /api/continuity                      gap.read        –         yes    yes         yes     yes      –         –
DELETE /api/events/{id}                  movement.write  –         yes    –           –       –        –         –
GET /api/fields                          catalogue.read  –         yes    yes         yes     yes      yes       yes
GET /api/forecast/cells                  gap.read        –         yes    yes         yes     yes      –         –
GET /api/forecast/leavers                gap.read        –         yes    yes         yes     yes      –         –
GET /api/forecast/left-out               gap.read        –         yes    yes         yes     yes      –         –
GET /api/forecast/summary                gap.read        –         yes    yes         yes     yes      –         –
GET /api/forecast/training               gap.read        –         yes    yes         yes     yes      –         –
GET /api/gap-plans                       gap.read        –         yes    yes         yes     yes      –         –
POST /api/gap-plans                      gap-plan.write  –         yes    yes         yes     –        –         –
PATCH /api/gap-plans/{id}                gap-plan.write  –         yes    yes         yes     –        –         –
GET /api/gap/cells                       gap.read        –         yes    yes         yes     yes      –         –
GET /api/gap/people                      gap.read        –         yes    yes         yes     yes      –         –
GET /api/gap/summary                     gap.read        –         yes    yes         yes     yes      –         –
GET /api/health                          public          yes       yes    yes         yes     yes      yes       yes
GET /api/imports                         roster.import   –         yes    yes         yes     –        –         –
POST /api/imports                        roster.import   –         yes    yes         yes     –        –         –
GET /api/imports/{id}                    roster.import   –         yes    yes         yes     –        –         –
GET /api/imports/{id}/files              roster.import   –         yes    yes         yes     –        –         –
POST /api/imports/{id}/files/{file}/marked  roster.import   –         yes    yes         yes     –        –         –
GET /api/imports/progress/{upload}       roster.import   –         yes    yes         yes     –        –         –
POST /api/imports/{id}/answers           roster.import   –         yes    yes         yes     –        –         –
POST /api/imports/{id}/checks            roster.import   –         yes    yes         yes     –        –         –
GET /api/imports/{id}/columns            roster.import   –         yes    yes         yes     –        –         –
PUT /api/imports/{id}/columns            roster.import   –         yes    yes         yes     –        –         –
POST /api/imports/{id}/corrections       roster.import   –         yes    yes         yes     –        –         –
POST /api/imports/{id}/corrections/alike  roster.import   –         yes    yes         yes     –        –         –
POST /api/imports/{id}/files             roster.import   –         yes    yes         yes     –        –         –
GET /api/imports/{id}/issues             roster.import   –         yes    yes         yes     –        –         –
GET /api/imports/{id}/issues/codes       roster.import   –         yes    yes         yes     –        –         –
GET /api/imports/{id}/preview            roster.import   –         yes    yes         yes     –        –         –
POST /api/imports/{id}/preview.xlsx      roster.import   –         yes    yes         yes     –        –         –
POST /api/imports/{id}/promotion         roster.import   –         yes    yes         yes     –        –         –
DELETE /api/imports/{id}/promotion       roster.import   –         yes    yes         yes     –        –         –
GET /api/imports/{id}/rows               roster.import   –         yes    yes         yes     –        –         –
POST /api/imports/{id}/set-aside         roster.import   –         yes    yes         yes     –        –         –
DELETE /api/imports/{id}/set-aside       roster.import   –         yes    yes         yes     –        –         –
GET /api/jobs                            scenario.read   –         yes    yes         yes     yes      –         –
GET /api/jobs/{id}                       scenario.read   –         yes    yes         yes     yes      –         –
DELETE /api/jobs/{id}                    placement.run   –         yes    –           –       –        –         –
GET /api/jobs/{id}/events                scenario.read   –         yes    yes         yes     yes      –         –
POST /api/law/confirmations              law.write       –         yes    –           –       –        –         –
GET /api/law/drafts                      law.write       –         yes    –           –       –        –         –
POST /api/law/drafts                     law.write       –         yes    –           –       –        –         –
GET /api/law/drafts/{id}                 law.write       –         yes    –           –       –        –         –
GET /api/law/drafts/{id}/affected        law.write       –         yes    –           –       –        –         –
POST /api/law/drafts/{id}/dropped        law.write       –         yes    –           –       –        –         –
POST /api/law/drafts/{id}/in-force       law.write       –         yes    –           –       –        –         –
DELETE /api/law/drafts/{id}/rows         law.write       –         yes    –           –       –        –         –
PUT /api/law/drafts/{id}/rows            law.write       –         yes    –           –       –        –         –
GET /api/law/keys                        law.read        –         yes    yes         yes     yes      yes       yes
GET /api/law/parameters                  law.read        –         yes    yes         yes     yes      yes       yes
POST /api/law/parameters                 law.write       –         yes    –           –       –        –         –
GET /api/law/versions                    law.read        –         yes    yes         yes     yes      yes       yes
GET /api/movements                       movement.read   –         yes    yes         yes     yes      –         –
POST /api/movements                      movement.write  –         yes    –           –       –        –         –
POST /api/movements/preview              movement.write  –         yes    –           –       –        –         –
GET /api/movements/{id}                  movement.write  –         yes    –           –       –        –         –
DELETE /api/movements/{id}               movement.write  –         yes    –           –       –        –         –
POST /api/movements/{id}/hearing         movement.write  –         yes    –           –       –        –         –
POST /api/movements/{id}/decision        movement.write  –         yes    –           –       –        –         –
DELETE /api/movements/{id}/decision      movement.write  –         yes    –           –       –        –         –
GET /api/letter-templates                letter.write    –         yes    –           –       –        –         –
POST /api/letter-templates/{kind}        letter.write    –         yes    –           –       –        –         –
GET /api/letter-templates/{kind}/file    letter.write    –         yes    –           –       –        –         –
GET /api/letters                         letter.read     –         yes    yes         yes     yes      –         –
POST /api/letters                        letter.write    –         yes    –           –       –        –         –
POST /api/letters/check                  letter.write    –         yes    –           –       –        –         –
POST /api/letters/zip                    letter.read     –         yes    yes         yes     yes      –         –
POST /api/letters/{id}/file              letter.read     –         yes    yes         yes     yes      –         –
GET /api/limits/people                   gap.read        –         yes    yes         yes     yes      –         –
GET /api/limits/rank-placements          gap.read        –         yes    yes         yes     yes      –         –
GET /api/limits/summary                  gap.read        –         yes    yes         yes     yes      –         –
GET /api/limits/units                    gap.read        –         yes    yes         yes     yes      –         –
GET /api/norms                           seats.read      –         yes    yes         yes     yes      –         –
GET /api/number-blocks                   letter.write    –         yes    –           –       –        –         –
POST /api/number-blocks                  letter.write    –         yes    –           –       –        –         –
GET /api/payouts                         payout.read     –         yes    yes         –       –        –         –
GET /api/people                          people.read     –         yes    yes         yes     yes      –         –
POST /api/people                         movement.write  –         yes    –           –       –        –         –
GET /api/people/{id}/events              movement.write  –         yes    –           –       –        –         –
POST /api/people/{id}/events             movement.write  –         yes    –           –       –        –         –
GET /api/people/{id}/wishes              roster.import   –         yes    yes         yes     –        –         –
POST /api/people/{id}/wishes             roster.import   –         yes    yes         yes     –        –         –
DELETE /api/wish-records/{id}            roster.import   –         yes    yes         yes     –        –         –
GET /api/people/{id}                     people.read     –         yes    yes         yes     yes      –         –
POST /api/people/{id}/reveals            fields.reveal   –         yes    yes         yes     –        –         –
GET /api/positions                       catalogue.read  –         yes    yes         yes     yes      yes       yes
GET /api/positions/names                 catalogue.read  –         yes    yes         yes     yes      yes       yes
POST /api/province                       catalogue.load  –         yes    –           –       –        –         –
POST /api/province/known                 catalogue.load  –         yes    –           –       –        –         –
GET /api/reports/columns                 report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/comparison.xlsx        report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/gap.xlsx               report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/gap-on.xlsx            report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/forecast.xlsx          report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/forecast-cells.xlsx    report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/leavers.xlsx           report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/continuity.xlsx        report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/gap-plans.xlsx         report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/limits.xlsx            report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/movements.xlsx         report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/payouts.xlsx           payout.read     –         yes    yes         –       –        –         –
POST /api/reports/person.xlsx            report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/plan-with-prices.xlsx  placement.run   –         yes    –           –       –        –         –
POST /api/reports/plan.xlsx              report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/roster.xlsx            report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/accounts.xlsx          account.manage  –         –      –           –       –        –         yes
POST /api/reports/imports.xlsx           roster.import   –         yes    yes         yes     –        –         –
POST /api/reports/letters.xlsx           letter.read     –         yes    yes         yes     yes      –         –
POST /api/reports/number-blocks.xlsx     letter.write    –         yes    –           –       –        –         –
POST /api/reports/secondments.xlsx       movement.write  –         yes    –           –       –        –         –
POST /api/reports/sheet.xlsx             report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/statistics.xlsx        report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/surplus.xlsx           report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/template.xlsx          report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/pool.xlsx              scenario.write  –         yes    –           –       –        –         –
POST /api/reports/register.xlsx          scenario.write  –         yes    –           –       –        –         –
POST /api/reports/wish-people.xlsx       report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/wishes.xlsx            report.export   –         yes    yes         yes     yes      –         –
POST /api/reports/treatment.xlsx         treatment.read  –         yes    –           –       –        –         –
GET /api/requests                        gap.read        –         yes    yes         yes     yes      –         –
POST /api/requests                       request.ask     –         yes    –           yes     yes      –         –
DELETE /api/requests/{id}                request.ask     –         yes    –           yes     yes      –         –
POST /api/requests/{id}/answer           request.answer  –         yes    –           –       –        –         –
GET /api/roster-campaigns                roster.import   –         yes    yes         yes     –        –         –
POST /api/roster-campaigns               scenario.write  –         yes    –           –       –        –         –
GET /api/roster-campaigns/{id}           roster.import   –         yes    yes         yes     –        –         –
GET /api/roster-campaigns/{id}/people    roster.import   –         yes    yes         yes     –        –         –
POST /api/roster-campaigns/{id}/people.xlsx  roster.import  –      yes    yes         yes     –        –         –
POST /api/roster-campaigns/{id}/units.xlsx  roster.import  –       yes    yes         yes     –        –         –
POST /api/roster-campaigns/{id}/signatures  roster.import   –         yes    yes         yes     –        –         –
GET /api/runs/{id}/changes               placement.run   –         yes    –           –       –        –         –
GET /api/runs/{id}/people/{staffId}/why  placement.run   –         yes    –           –       –        –         –
GET /api/runs/{id}/people/{staffId}/why-not  placement.run   –         yes    –           –       –        –         –
GET /api/runs/{id}/proposals             scenario.read   –         yes    yes         yes     yes      –         –
GET /api/runs/{id}/seats/why             placement.run   –         yes    –           –       –        –         –
POST /api/runs/{id}/what-if              placement.run   –         yes    –           –       –        –         –
GET /api/runs/{id}/with-pins              placement.run   –         yes    –           –       –        –         –
GET /api/scenarios                       scenario.read   –         yes    yes         yes     yes      –         –
POST /api/scenarios                      scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/preview              scenario.write  –         yes    –           –       –        –         –
GET /api/scenarios/{id}                  scenario.read   –         yes    yes         yes     yes      –         –
PATCH /api/scenarios/{id}                scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/agreement       scenario.write   –         yes    –           –       –        –         –
GET /api/scenarios/{id}/people           scenario.read   –         yes    yes         yes     yes      –         –
POST /api/scenarios/{id}/people.xlsx     report.export   –         yes    yes         yes     yes      –         –
GET /api/scenarios/{id}/people/{staffId}/acts  scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/people/{staffId}/acts  scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/hand-overs      scenario.write  –         yes    –           –       –        –         –
GET /api/scenarios/{id}/pool             scenario.write  –         yes    –           –       –        –         –
GET /api/scenarios/{id}/pool/people/{staffId}  scenario.read   –         yes    yes         yes     yes      –         –
POST /api/scenarios/{id}/pool/refusals   scenario.write  –         yes    –           –       –        –         –
GET /api/scenarios/{id}/pool/register    scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/pool/register   scenario.write  –         yes    –           –       –        –         –
GET /api/scenarios/{id}/pool/vacancies   scenario.write  –         yes    –           –       –        –         –
GET /api/scenarios/{id}/agreements       scenario.read    –         yes    yes         yes     yes      –         –
POST /api/scenarios/{id}/agreements.xlsx  scenario.read   –         yes    yes         yes     yes      –         –
POST /api/scenarios/{id}/agreements      scenario.answer  –         yes    –           –       yes      –         –
GET /api/scenarios/{id}/application      decision.apply   –         yes    –           –       –        –         –
POST /api/scenarios/{id}/application     decision.apply  –         yes    –           –       –        –         –
DELETE /api/scenarios/{id}/application   decision.apply  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/application/schedule    decision.apply  –  yes  –           –       –        –         –
DELETE /api/scenarios/{id}/application/schedule  decision.apply  –  yes  –           –       –        –         –
POST /api/scenarios/{id}/approval        scenario.approve  –         yes    –           –       –        –         –
PUT /api/scenarios/{id}/classification   scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/copies          scenario.write  –         yes    –           –       –        –         –
GET /api/scenarios/{id}/map              scenario.write  –         yes    –           –       –        –         –
PUT /api/scenarios/{id}/map              scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/map.xlsx        report.export   –         yes    yes         yes     yes      –         –
POST /api/scenarios/{id}/map/pasted      scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/map/preview     scenario.write  –         yes    –           –       –        –         –
GET /api/scenarios/{id}/merger           scenario.read   –         yes    yes         yes     yes      –         –
GET /api/scenarios/{id}/merger/people    scenario.read   –         yes    yes         yes     yes      –         –
GET /api/scenarios/{id}/units            scenario.read   –         yes    yes         yes     yes      –         –
POST /api/scenarios/{id}/merger/people.xlsx  report.export  –      yes    yes         yes     yes      –         –
GET /api/scenarios/{id}/pins             scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/pins            scenario.write  –         yes    –           –       –        –         –
DELETE /api/scenarios/{id}/pins/{pin}    scenario.write  –         yes    –           –       –        –         –
GET /api/scenarios/{id}/pulse            scenario.write  –         yes    –           –       –        –         –
GET /api/scenarios/{id}/rebase           scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/rebase          scenario.write  –         yes    –           –       –        –         –
POST /api/scenarios/{id}/runs            placement.run   –         yes    –           –       –        –         –
POST /api/scenarios/{id}/state           scenario.write  –         yes    –           –       –        –         –
GET /api/seats                           seats.read      –         yes    yes         yes     yes      –         –
GET /api/secondments/endings             movement.read   –         yes    yes         yes     yes      –         –
GET /api/secondments/proposals           movement.write  –         yes    –           –       –        –         –
GET /api/session                         public          yes       yes    yes         yes     yes      yes       yes
POST /api/session                        public          yes       yes    yes         yes     yes      yes       yes
DELETE /api/session                      sign-in         –         yes    yes         yes     yes      yes       yes
POST /api/session/oidc                   public          yes       yes    yes         yes     yes      yes       yes
GET /api/session/oidc/callback           public          yes       yes    yes         yes     yes      yes       yes
DELETE /api/session/all                  session         –         yes    yes         yes     yes      yes       yes
POST /api/session/password               sign-in         –         yes    yes         yes     yes      yes       yes
POST /api/session/second-factor          sign-in         –         yes    yes         yes     yes      yes       yes
POST /api/session/totp                   sign-in         –         yes    yes         yes     yes      yes       yes
PUT /api/session/totp                    sign-in         –         yes    yes         yes     yes      yes       yes
GET /api/wishes                          scenario.read   –         yes    yes         yes     yes      –         –
GET /api/wishes/people                   scenario.read   –         yes    yes         yes     yes      –         –
GET /api/treatment                       treatment.read  –         yes    –           –       –        –         –
GET /api/units                           catalogue.read  –         yes    yes         yes     yes      yes       yes
`;

/** By the name of the route: `GET /api/units`. */
export const EXPECTED: ReadonlyMap<string, Expected> = read(TABLE);

function read(table: string): Map<string, Expected> {
  const [header, ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/));
  if (header?.join() !== ['needs', ...COLUMNS].join()) throw new Error('The header is another.');
  return new Map(
    rows.map(([route = '', needs = '', ...cells]) => [
      route,
      { needs, lets: letsOf(route, cells) },
    ]),
  );
}

function letsOf(route: string, cells: readonly string[]): Record<Column, boolean> {
  const faulty = cells.length !== COLUMNS.length || cells.some((cell) => !/^(yes|–)$/.test(cell));
  if (faulty) throw new Error(`${route}: a row has ${COLUMNS.length} cells, each "yes" or "–".`);
  return Object.fromEntries(COLUMNS.map((column, at) => [column, cells[at] === 'yes'])) as Record<
    Column,
    boolean
  >;
}
