/** An account, as far as its safety goes. */
export interface AccountFact {
  readonly login: string;
  readonly demo: boolean;
  readonly disabled: boolean;
  /** Its password was for the first sign-in only, and nobody used it in time. */
  readonly passwordExpired: boolean;
}

/** As whom the program works in the database. */
export interface LoginFact {
  readonly name: string;
  /** May take the role that every transaction takes. */
  readonly actsAsApplication: boolean;
  /** Or could become one. */
  readonly superuser: boolean;
  readonly bypassesRowSecurity: boolean;
  /** Names of our tables that are its own, or of a role that it could take. */
  readonly ownTables: readonly string[];
}

const COMMAND = 'npm run bo-tri -- account';
/** So many logins are named. */
const NAMED = 5;

/**
 * An installation that others can reach has no account with a password that others may know.
 *
 * @param demoData the people of this database are invented.
 * @returns what is wrong, in words that say what to do; empty = it may serve.
 * @source issue 3, item 7; docs/decisions/0017
 */
export function dataFaults({
  demoData,
  accounts,
}: {
  readonly demoData: boolean;
  readonly accounts: readonly AccountFact[];
}): string[] {
  const enabled = accounts.filter((account) => !account.disabled);
  return [
    ...(demoData ? [DEMO_DATA] : []),
    ...demoAccounts(enabled),
    ...(accounts.length === 0 ? [NO_ACCOUNT] : []),
    ...expiredPasswords(enabled),
  ];
}

const DEMO_DATA =
  'Cơ sở dữ liệu này là dữ liệu minh họa. Hãy dùng thư mục (DATA_DIR) hoặc cơ sở dữ liệu (DATABASE_URL) khác, với DEMO=0.';

const NO_ACCOUNT = `Chưa có tài khoản nào. Tạo quản trị viên đầu tiên tại máy chủ: ${COMMAND} create <tên> --role administrator --name "<họ tên>". Mật khẩu dùng một lần chỉ hiện trên màn hình đó.`;

function demoAccounts(enabled: readonly AccountFact[]): string[] {
  const demo = enabled.filter((account) => account.demo);
  if (demo.length === 0) return [];
  return [
    `Còn tài khoản minh họa, mật khẩu ai cũng biết: ${named(demo)}. Hãy khóa: ${COMMAND} disable <tên>.`,
  ];
}

function expiredPasswords(enabled: readonly AccountFact[]): string[] {
  const expired = enabled.filter((account) => account.passwordExpired);
  if (expired.length === 0) return [];
  return [
    `Mật khẩu dùng một lần đã quá hạn mà chưa ai đổi: ${named(expired)}. Tại máy chủ, cấp lại (${COMMAND} password <tên>) hoặc khóa (${COMMAND} disable <tên>).`,
  ];
}

/**
 * An installation that others can reach works in its database as somebody whom row-level security holds.
 *
 * @returns one fault with all reasons; empty = it may serve.
 * @source issue 3, item 7; docs/decisions/0017
 */
export function loginFaults(login: LoginFact): string[] {
  const reasons = [
    ...(login.actsAsApplication ? [] : ['chưa được cấp bo_tri_app']),
    ...(login.superuser ? ['có quyền quản trị toàn máy chủ (SUPERUSER)'] : []),
    ...(login.bypassesRowSecurity ? ['được bỏ qua phân quyền theo dòng (BYPASSRLS)'] : []),
    ...(login.ownTables.length > 0 ? ['là chủ sở hữu các bảng'] : []),
  ];
  if (reasons.length === 0) return [];
  return [
    `Vai trò "${login.name}" của DATABASE_URL ${reasons.join(', ')}. Hãy dùng vai trò riêng chỉ được cấp bo_tri_app, như trong docs/operations.md.`,
  ];
}

function named(accounts: readonly AccountFact[]): string {
  const logins = accounts
    .map((account) => account.login)
    .sort()
    .slice(0, NAMED);
  const more = accounts.length - logins.length;
  return logins.join(', ') + (more > 0 ? ` và ${more} tài khoản nữa` : '');
}
