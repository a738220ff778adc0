import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';

import {
  DEMO_PASSWORD,
  SCREENS,
  startBrowser,
  startProgram,
  visit,
  type Program,
  type Visit,
  type Watch,
} from './support.js';

const WIDTHS = [1440, 390] as const;

/** What stands in the main menu of each role, and the first view that opens. */
const MENUS = [
  {
    login: 'canbo',
    menu: [
      'Tổng quan',
      'Bảng thừa – thiếu',
      'Bản đồ',
      'Sáp nhập',
      'Phương án bố trí',
      'Bảng bố trí',
      'So sánh và duyệt phương án',
      'Người dôi dư',
      'Điều động',
      'Dự báo',
      'Quy định',
      'Quyết định',
      'Nhập danh sách',
      'Tải về',
    ],
    title: 'Tổng quan',
  },
  {
    login: 'lanhdao',
    menu: [
      'Đơn vị của tôi',
      'Bảng thừa – thiếu',
      'Bản đồ',
      'Sáp nhập',
      'Phương án bố trí',
      'Bảng bố trí',
      'So sánh và duyệt phương án',
      'Điều động',
      'Dự báo',
      'Quy định',
      'Quyết định',
      'Tải về',
    ],
    title: 'Phường Mường Thanh',
  },
  { login: 'kiemtoan', menu: ['Nhật ký', 'Quy định'], title: 'Nhật ký' },
  { login: 'quantri', menu: ['Tài khoản', 'Quy định'], title: 'Tài khoản' },
] as const;

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
let program: Program;
let browser: Browser;

beforeAll(async () => {
  program = await startProgram();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Opens the page as somebody, does the work and closes it, failed or not. */
async function as(
  login: string | null,
  work: (page: Page, visited: Visit) => Promise<void>,
  width = 1440,
): Promise<void> {
  const visited = await visit(browser, program.url, { width, watch, login });
  try {
    await visited.page.goto(program.url);
    await work(visited.page, visited);
  } finally {
    await visited.context.close();
  }
}

/** The browser itself notes every refused request in its console; these are meant. */
async function refusedOnPurpose(work: () => Promise<void>): Promise<void> {
  const before = watch.complaints.length;
  await work();
  const noted = watch.complaints.splice(before);
  watch.complaints.push(...noted.filter((each) => !/status of 40[0-3]/.test(each)));
}

async function typeSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

async function title(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function excessOf(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}

describe('signing in', () => {
  it('a stranger is shown the sign-in and nothing else', async () => {
    await as(null, async (page) => {
      await title(page, 'Đăng nhập');
      expect(await page.locator('.shell').count()).toBe(0);
      expect(await page.getByLabel('Tên đăng nhập').evaluate(isFocused)).toBe(true);
    });
  });

  it('a wrong password is told in the words of the API, and the login stays', async () => {
    await as(null, async (page) => {
      await refusedOnPurpose(async () => {
        await typeSignIn(page, 'canbo', 'not the password');
        await page.locator('.ant-alert-error').waitFor();
      });
      const said = await page.locator('.ant-alert-error').innerText();
      expect(said).toContain('Tên đăng nhập hoặc mật khẩu chưa đúng');
      expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('canbo');
    });
  });

  it('one click on a role of the demo enters, and says that the people are invented', async () => {
    await as(null, async (page) => {
      expect(await page.locator('.demo').innerText()).toContain('hư cấu');
      await page.getByRole('button', { name: /Vào thử với vai lãnh đạo xã/ }).click();
      await title(page, 'Phường Mường Thanh');
      expect(await page.locator('.account-button').innerText()).toContain('Lãnh đạo xã');
    });
  });

  it.each(MENUS)('$login sees only what the role may', async ({ login, menu, title: first }) => {
    await as(login, async (page) => {
      await title(page, first);
      expect(await page.locator('.shell-nav a').allInnerTexts()).toEqual([...menu]);
    });
  });

  it('the menu opens its groups by keyboard, and goes to the view that is chosen', async () => {
    await as('canbo', async (page) => {
      await title(page, 'Tổng quan');
      const group = page.getByRole('button', { name: 'Sáp nhập và bố trí' });
      expect(await page.getByRole('link', { name: 'Phương án bố trí' }).isVisible()).toBe(false);
      await group.focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('.menu-list a:focus', { hasText: 'Sáp nhập' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await group.evaluate(isFocused)).toBe(true);
      expect(await group.getAttribute('aria-expanded')).toBe('false');
      await group.click();
      await page.getByRole('link', { name: 'Phương án bố trí' }).click();
      await title(page, 'Phương án bố trí');
      expect(await group.getAttribute('aria-expanded')).toBe('false');
      expect(await group.getAttribute('class')).toContain('active');
    });
  });

  it('a leader is not told that communes out of scope lack nobody', async () => {
    await as('lanhdao', async (page) => {
      await page.locator('.notice', { hasText: 'Phường Mường Thanh' }).waitFor();
      await page.locator('.page-head', { hasText: 'Phường Mường Thanh' }).waitFor();
      expect(await page.locator('.page-head').innerText()).not.toContain('45 xã');
      await page.goto(`${program.url}/gap`);
      await page.locator('.board tbody tr').first().waitFor();
      expect(await page.locator('.board tbody tr').count()).toBe(1);
      await page.goto(`${program.url}/map`);
      await page.locator('.ranking li').first().waitFor();
      expect(await page.locator('.ranking li').count()).toBe(1);
      expect(await page.locator('.map path.commune').count()).toBe(45);
    });
  });

  it('an officer of the Party block begins with the blocks that they see', async () => {
    await as('canbo.dang', async (page) => {
      await page.locator('.notice', { hasText: 'khối Đảng' }).waitFor();
      await page.goto(`${program.url}/gap`);
      await page.locator('.board tbody tr').first().waitFor();
      expect(await page.locator('.board thead').innerText()).toContain('Cơ quan Đảng');
    });
  });

  it('a view without its permission says which one is missing', async () => {
    await as('quantri', async (page) => {
      await page.goto(`${program.url}/gap`);
      await title(page, 'Bạn không xem được mục này');
      const said = await page.locator('.no-permission').innerText();
      expect(said).toContain('Xem thừa, thiếu theo vị trí');
      await page.getByRole('button', { name: 'Vì sao tôi không thấy?' }).click();
      await page.locator('.why-reasons li').first().waitFor();
      expect(await page.locator('.why-reasons').innerText()).toContain('quyền này dành cho');
    });
  });

  it('signing out leaves nothing of the former user', async () => {
    await as('canbo', async (page) => {
      await page.goto(`${program.url}/gap`);
      await page.locator('.board tbody tr').first().waitFor();
      await page.locator('.account-button').click();
      await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
      await title(page, 'Đăng nhập');
      expect(new URL(page.url()).pathname).toBe('/');
      expect(await page.locator('.board').count()).toBe(0);
      expect((await page.request.get(`${program.url}/api/gap/cells?run=1`)).status()).toBe(401);
    });
  });
});

describe('a session that ends', () => {
  it('brings the sign-in over the page and keeps what was typed', async () => {
    await as('canbo', async (page, { context }) => {
      await page.goto(`${program.url}/imports`);
      await page.getByLabel('Đơn vị gửi').fill('Phòng Nội vụ huyện Tuần Giáo');
      await context.clearCookies();
      await refusedOnPurpose(async () => {
        await page.locator('input[type="file"]').setInputFiles({
          name: 'khong-phai-excel.xlsx',
          mimeType: 'application/octet-stream',
          buffer: Buffer.from('this is no workbook'),
        });
        await page.getByLabel('Số liệu tính đến ngày').fill('30/06/2025');
        await page.locator('.send-form button[type="submit"]').click();
        await page.locator('dialog.sign-in-over').waitFor();
        expect(await page.getByLabel('Mật khẩu', { exact: true }).evaluate(isFocused)).toBe(true);
        await page.screenshot({ path: join(SCREENS, 'session-ended-1440.png') });
        await page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD);
        await page.keyboard.press('Enter');
        await page.locator('dialog.sign-in-over').waitFor({ state: 'detached' });
        // The refused call is sent again by itself, and is answered as if nothing had been.
        await page.locator('.send-form .ant-alert-error').waitFor();
      });
      const sender = await page.getByLabel('Đơn vị gửi').inputValue();
      expect(sender).toBe('Phòng Nội vụ huyện Tuần Giáo');
    });
  });
});

describe('accounts', () => {
  it('a new account gets a one-time password, and at the first sign-in a password of its own', async () => {
    const login = `thu.${Date.now().toString(36)}`;
    let oneTime = '';
    await as('quantri', async (page) => {
      await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
      await page.getByLabel('Tên đăng nhập').fill(login);
      await page.getByLabel('Họ và tên').fill('Lò Thị Thử');
      await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
      await page.locator('.scope-row .ant-select').click();
      await page.keyboard.type('muong phang');
      await page.locator('.ant-select-tree-title', { hasText: 'Mường Phăng' }).first().click();
      await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
      oneTime = await page.locator('.one-time-password code').innerText();
      await page.screenshot({ path: join(SCREENS, 'one-time-password-1440.png') });
      await page.getByRole('button', { name: 'Xong' }).click();
      const row = page.locator('.accounts tbody tr', { hasText: login });
      expect(await row.innerText()).toContain('Mường Phăng');
      expect(await row.innerText()).toContain('Chờ đặt mật khẩu');
    });
    await as(null, async (page) => {
      await typeSignIn(page, login, oneTime);
      await title(page, 'Đặt mật khẩu mới');
      await page.getByLabel('Mật khẩu mới', { exact: true }).fill('ngắn');
      await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
      await page.getByText('Mới có 4 ký tự').waitFor();
      await page.getByLabel('Mật khẩu mới', { exact: true }).fill('suối xanh chảy qua bản');
      await page.getByLabel('Gõ lại mật khẩu mới').fill('suối xanh chảy qua bản');
      await page.keyboard.press('Enter');
      await title(page, 'Tổng quan');
      expect(await page.locator('.account-button').innerText()).toContain('Lò Thị Thử');
    });
  });

  it('a disabled account is asked about first, and cannot enter', async () => {
    const login = `khoa.${Date.now().toString(36)}`;
    let oneTime = '';
    await as('quantri', async (page) => {
      await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
      await page.getByLabel('Tên đăng nhập').fill(login);
      await page.getByLabel('Họ và tên').fill('Vàng A Khóa');
      await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
      oneTime = await page.locator('.one-time-password code').innerText();
      await page.getByRole('button', { name: 'Xong' }).click();
      await page.locator('.accounts tbody tr', { hasText: login }).getByRole('button').click();
      await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
      await page.locator('dialog.dialog').getByRole('button', { name: 'Khóa tài khoản' }).click();
      await page.getByRole('button', { name: 'Mở lại tài khoản' }).waitFor();
    });
    await as(null, async (page) => {
      await refusedOnPurpose(async () => {
        await typeSignIn(page, login, oneTime);
        await page.locator('.ant-alert-error').waitFor();
      });
    });
  });

  it('the second step is turned on by its own code and asked for at the next sign-in', async () => {
    let secret = '';
    const codeAt = (timestamp: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
    await as('quanly', async (page) => {
      await page.locator('.account-button').click();
      await page.getByRole('button', { name: 'Bật xác thực bước hai' }).click();
      await page.getByLabel('Mật khẩu hiện tại').fill(DEMO_PASSWORD);
      await page.getByRole('button', { name: 'Tiếp tục' }).click();
      await page.locator('.ant-qrcode svg').waitFor();
      secret = (await page.locator('.secret code').innerText()).replaceAll(/\s/g, '');
      await page.screenshot({ path: join(SCREENS, 'second-factor-1440.png') });
      await page.getByLabel('Mã 6 chữ số').fill(codeAt(Date.now()));
      await page.keyboard.press('Enter');
      await page.locator('dialog .ant-alert-success').waitFor();
    });
    await as(null, async (page) => {
      await typeSignIn(page, 'quanly', DEMO_PASSWORD);
      await title(page, 'Xác thực bước hai');
      // A code is good once: the next one.
      await page.getByLabel('Mã 6 chữ số').fill(codeAt(Date.now() + 30_000));
      await page.keyboard.press('Enter');
      await title(page, 'Tổng quan');
    });
    await as('quantri', async (page) => {
      await page.locator('.accounts tbody tr', { hasText: 'quanly' }).getByRole('button').click();
      await page.getByRole('button', { name: 'Xóa bước hai' }).click();
      await page.locator('dialog.dialog').getByRole('button', { name: 'Xóa bước hai' }).click();
      await page.locator('dialog.dialog').waitFor({ state: 'detached' });
    });
  });
});

describe('protected fields', () => {
  it('a field opens only with a purpose, which the auditor reads in the trail', async () => {
    const purpose = `Đối chiếu hồ sơ theo công văn ${Date.now()}`;
    await as('canbo', async (page) => {
      await openFile(page);
      await page.getByRole('button', { name: 'Xem: Dân tộc' }).click();
      await page.locator('dialog.dialog button[type="submit"]').click();
      await page.getByText('Hãy ghi mục đích').waitFor();
      await page.getByLabel('Mục đích').fill(purpose);
      await page.locator('dialog.dialog button[type="submit"]').click();
      await page.locator('.file-opened').waitFor();
      expect(await page.locator('.file-opened').innerText()).toMatch(/^\p{L}/u);
      await page.screenshot({ path: join(SCREENS, 'person-file-1440.png') });
    });
    await as('kiemtoan', async (page) => {
      const entry = page.locator('.trail tbody tr', { hasText: purpose });
      expect(await entry.innerText()).toContain('Mở thông tin trong hồ sơ');
      await entry.getByRole('button').click();
      const details = page.locator('dialog .panel-body');
      expect(await details.innerText()).toContain('canbo');
      expect(await details.innerText()).toContain('ethnicity');
      await page.screenshot({ path: join(SCREENS, 'audit-entry-1440.png') });
    });
  });

  it('the auditor has the chain verified, and narrows the trail by kind', async () => {
    await as('kiemtoan', async (page) => {
      await page.getByRole('button', { name: 'Kiểm tra chuỗi' }).click();
      await page.locator('dialog button[type="submit"]').click();
      await page.locator('dialog .ant-alert-success').waitFor();
      await page.goto(`${program.url}/audit?kind=sign-in`);
      await page.locator('.trail tbody tr').first().waitFor();
      const kinds = await page.locator('.trail tbody .ant-tag').allInnerTexts();
      expect(new Set(kinds)).toEqual(new Set(['Vào, ra']));
    });
  });

  it('the auditor prints the anchor of the day, and nothing else of the page', async () => {
    await as('kiemtoan', async (page) => {
      await page.getByRole('button', { name: 'In dấu neo' }).click();
      const paper = page.locator('.anchor-paper');
      await paper.waitFor();
      expect(await paper.innerText()).toMatch(/\d+:([0-9a-f]{4} ){7}[0-9a-f]{4}/);
      await page.emulateMedia({ media: 'print' });
      const visible = (selector: string) => page.locator(selector).first().isVisible();
      expect(await visible('.anchor-paper code')).toBe(true);
      expect(await visible('.trail-state')).toBe(false);
      expect(await visible('.dialog-foot button')).toBe(false);
      await page.screenshot({ path: join(SCREENS, 'anchor-print.png') });
      await page.emulateMedia({ media: null });
    });
  });

  it('the subject of the province’s sign-in is written into an account where there is one', async () => {
    await as('quantri', async (page) => {
      const open = async () => {
        await page
          .locator('.accounts tbody tr', { hasText: 'lanhdao' })
          .getByRole('button')
          .click();
        await page.getByRole('button', { name: 'Lưu' }).waitFor();
      };
      await open();
      expect(await page.getByLabel(/Danh tính \(sub\)/).count()).toBe(0);
      // The same page, told that the program has such a sign-in.
      await page.route('**/api/session', async (route) => {
        const response = await route.fetch({ maxRetries: 2 });
        const json = (await response.json()) as object;
        await route.fulfill({ response, json: { ...json, oidc: { label: 'Cổng tỉnh' } } });
      });
      // Its panel is open still.
      await page.reload();
      await page.getByLabel('Danh tính (sub) ở Cổng tỉnh').fill('sub-cua-lan');
      const [sent] = await Promise.all([
        page.waitForRequest((request) => request.method() === 'PATCH'),
        page.getByRole('button', { name: 'Lưu' }).click(),
      ]);
      expect(sent.postDataJSON()).toMatchObject({ oidcSubject: 'sub-cua-lan' });
      await page.getByText('Đã lưu.').waitFor();
      await page.getByLabel('Danh tính (sub) ở Cổng tỉnh').fill('');
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByText('Đã lưu.').waitFor();
    });
  });

  it('a leader sees the file without a way to open what is hidden', async () => {
    await as('lanhdao', async (page) => {
      await openFile(page);
      expect(await page.locator('.file-protected').count()).toBeGreaterThan(0);
      expect(await page.getByRole('button', { name: /^Xem: / }).count()).toBe(0);
    });
  });

  it('a workbook is not made without a purpose, and offers protected columns apart', async () => {
    await as('canbo', async (page) => {
      await page.goto(`${program.url}/downloads`);
      await page.locator('.download').first().click();
      await page.locator('dialog .columns').waitFor();
      expect(await page.getByLabel(/^Số định danh/).isChecked()).toBe(false);
      await page.locator('dialog button[type="submit"]').click();
      await page.getByText('Hãy ghi mục đích').waitFor();
      await page.screenshot({ path: join(SCREENS, 'export-1440.png') });
    });
  });

  it('a mark of secrecy stands on every view of its scenario', async () => {
    await as('canbo', async (page) => {
      await page.goto(`${program.url}/placement`);
      await setMark(page, 'MẬT');
      await page.locator('h1 + .secrecy').waitFor();
      expect(await page.locator('h1 + .secrecy').innerText()).toBe('MẬT');
      await page.goto(program.url);
      await page.locator('h1 + .secrecy').waitFor();
      await page.goto(`${program.url}/placement`);
      await setMark(page, 'Không mật');
      await page.locator('.secrecy').waitFor({ state: 'detached' });
    });
  });
});

/** From the list of the placement to the file of its first person. */
async function openFile(page: Page): Promise<void> {
  await page.goto(`${program.url}/placement`);
  await page.locator('.proposals .who button').first().click();
  await page.getByRole('button', { name: /^Mở hồ sơ của/ }).click();
  await page.locator('.file-fields').first().waitFor();
}

async function setMark(page: Page, mark: string): Promise<void> {
  await page.getByRole('button', { name: 'Đổi dấu mật' }).click();
  await page.locator('dialog .ant-select').click();
  await page
    .locator('.ant-select-item-option-content', { hasText: new RegExp(`^${mark}$`) })
    .click();
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

describe.each(WIDTHS)('the views of access at %i px', (width) => {
  const views = [
    { name: 'sign-in', login: null, path: '/', drawn: '.demo button' },
    { name: 'accounts', login: 'quantri', path: '/accounts', drawn: '.accounts tbody tr' },
    { name: 'audit', login: 'kiemtoan', path: '/audit', drawn: '.trail tbody tr' },
    { name: 'no-permission', login: 'quantri', path: '/map', drawn: '.no-permission' },
  ];
  it.each(views)('$name is drawn and does not scroll sideways', async (view) => {
    await as(
      view.login,
      async (page) => {
        await page.goto(program.url + view.path);
        await page.locator(view.drawn).first().waitFor();
        await page.screenshot({ path: join(SCREENS, `${view.name}-${width}.png`), fullPage: true });
        expect(await excessOf(page)).toBe(0);
      },
      width,
    );
  });
});

it('nothing was asked of another origin, every page had its policy, the console is clean', () => {
  expect(watch.elsewhere).toEqual([]);
  expect(watch.unprotected).toEqual([]);
  expect(watch.complaints).toEqual([]);
});

/** In the browser. */
function isFocused(element: unknown): boolean {
  return (
    element ===
    (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement
  );
}
