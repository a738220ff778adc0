import { Argument, type Command, Option } from 'commander';
import type { AccountView, ScopeSpan } from '../access/account/account.js';
import { AccountService, type IssuedPassword } from '../access/account/account.service.js';
import { Installation } from '../access/installation.js';
import { type Actor, ROLES, type Role } from '../shared/actor.js';
import { isDay } from '../shared/day.js';
import { BadInput, NotFound } from '../shared/errors.js';
import { withInstalled } from './installed.js';
import type { Output } from './output.js';

interface Created {
  readonly role: Role;
  readonly name: string;
  readonly block?: string;
  readonly closedScope: boolean;
  readonly unit: string[];
}

type Work = (accounts: AccountService, actor: Actor) => Promise<string>;

/** `bo-tri account list|create|scope|password|disable|enable|second-factor` */
export function addAccount(
  account: Command,
  child: (name: string) => Command,
  output: Output,
): void {
  const run = (work: Work): Promise<void> =>
    withInstalled(async (app) => {
      const operator = app.get(Installation).operator('terminal');
      output.out(await work(app.get(AccountService, { strict: false }), operator));
    });
  const about = (name: string): Command =>
    child(name).usage('<tên> [tùy chọn]').addArgument(new Argument('<tên>'));
  child('list')
    .description('Mọi tài khoản')
    .action(() =>
      run(async (accounts, actor) => (await accounts.list(actor)).map(line).join('\n')),
    );
  about('create')
    .description('Tạo tài khoản; in mật khẩu dùng một lần')
    .addOption(new Option('--role <vai>', 'vai trò').choices(ROLES).makeOptionMandatory())
    .requiredOption('--name <họ tên>', 'họ tên')
    .addOption(new Option('--block <khối>', 'chỉ một khối').choices(['government', 'party']))
    .option('--closed-scope', 'xem nhân sự diện Ban Thường vụ quản lý', false)
    .option(
      '--unit <mã@ngày...>',
      'phạm vi: mã@từ-ngày hoặc mã@từ..đến, ví dụ 03334@2025-07-01',
      [],
    )
    .action((login: string, { role, name, block = undefined, closedScope, unit }: Created) =>
      run(async (accounts, actor) => {
        const scope = unit.map(spanOf);
        const made = { login, role, name, block: block ?? null, closedScope, scope };
        return issued(await accounts.create(actor, made));
      }),
    );
  about('scope')
    .description('Đặt lại phạm vi của một tài khoản')
    .option(
      '--unit <mã@ngày...>',
      'phạm vi: mã@từ-ngày hoặc mã@từ..đến, ví dụ 03334@2025-07-01',
      [],
    )
    .action((login: string, { unit }: Pick<Created, 'unit'>) =>
      run(async (accounts, actor) => {
        const { id } = await called(accounts, actor, login);
        return line(await accounts.setScope(actor, id, unit.map(spanOf)));
      }),
    );
  about('password')
    .description('Mật khẩu dùng một lần mới; kết thúc mọi phiên của tài khoản')
    .action((login: string) =>
      run(async (accounts, actor) => {
        const { id } = await called(accounts, actor, login);
        return issued(await accounts.resetPassword(actor, id));
      }),
    );
  about('second-factor')
    .description('Xóa mã xác thực, khi mất điện thoại')
    .action((login: string) =>
      run(async (accounts, actor) => {
        const { id } = await called(accounts, actor, login);
        return line(await accounts.removeSecondFactor(actor, id));
      }),
    );
  for (const [name, description, disabled] of [
    ['disable', 'Khóa tài khoản; các phiên kết thúc ngay', true],
    ['enable', 'Mở lại tài khoản', false],
  ] as const)
    about(name)
      .description(description)
      .action((login: string) =>
        run(async (accounts, actor) => {
          const { id } = await called(accounts, actor, login);
          return line(await accounts.change(actor, id, { disabled }));
        }),
      );
}

async function called(accounts: AccountService, actor: Actor, login: string): Promise<AccountView> {
  const found = (await accounts.list(actor)).find((each) => each.login === login);
  if (found !== undefined) return found;
  throw new NotFound('access.no-account', `Không có tài khoản tên "${login}".`);
}

/** `03334@2025-07-01` or `03334@2025-07-01..2026-01-01`. */
function spanOf(text: string): ScopeSpan {
  const [unitCode = '', days = ''] = text.split('@');
  const [startsOn = '', endsOn] = days.split('..');
  if (unitCode === '' || !isDay(startsOn) || (endsOn !== undefined && !isDay(endsOn)))
    throw new BadInput(
      'terminal.scope',
      `--unit "${text}": cần dạng mã@từ-ngày, ví dụ 03334@2025-07-01.`,
    );
  return { unitCode, startsOn, endsOn: endsOn ?? null };
}

function issued({ account, oneTimePassword }: IssuedPassword): string {
  return `${line(account)}\nMật khẩu dùng một lần, chỉ hiện lần này: ${oneTimePassword}`;
}

function line({ login, name, role, block, disabled, scope }: AccountView): string {
  const units = scope.map(
    (span) =>
      `${span.unitCode}${span.unitName === null ? '' : ` ${span.unitName}`} từ ${span.startsOn}`,
  );
  const parts = [login, name, block === null ? role : `${role} (${block})`, ...units];
  return [...parts, ...(disabled ? ['đã khóa'] : [])].join('  ');
}
