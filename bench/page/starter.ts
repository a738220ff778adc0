import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const WEB = fileURLToPath(new URL('../../../web/', import.meta.url));

/** What anybody begins an office page with: a frame with a menu, a form and a table of Ant Design, nothing else. */
const MAIN = `
import { createRoot } from 'react-dom/client';
import { Button, ConfigProvider, DatePicker, Form, Input, Layout, Menu, Select, Table } from 'antd';
import viVN from 'antd/locale/vi_VN';
import { createElement as h } from 'react';

const items = [{ key: '1', label: 'Một' }];
createRoot(document.getElementById('root')).render(
  h(ConfigProvider, { locale: viVN },
    h(Layout, null,
      h(Layout.Header, null, h(Menu, { mode: 'horizontal', items })),
      h(Layout.Content, null,
        h(Form, null,
          h(Form.Item, { name: 'a' }, h(Input)),
          h(Form.Item, { name: 'b' }, h(Select, { options: [] })),
          h(Form.Item, { name: 'c' }, h(DatePicker)),
          h(Button, { type: 'primary', htmlType: 'submit' }, 'Tìm')),
        h(Table, { rowKey: 'key', columns: [{ title: 'Tên', dataIndex: 'name' }], dataSource: [] })))),
);
`;

interface Chunk {
  readonly type: string;
  readonly code?: string;
}

/** Kilobytes of script, gzip, of an untouched Ant Design starter, built as the page is. */
export async function starterKb(): Promise<number> {
  const folder = await mkdtemp(join(WEB, 'starter-'));
  try {
    await writeFile(join(folder, 'main.js'), MAIN);
    await writeFile(
      join(folder, 'index.html'),
      '<div id="root"></div><script type="module" src="./main.js"></script>',
    );
    const { build } = (await import('vite')) as unknown as {
      build: (options: object) => Promise<{ readonly output: readonly Chunk[] }>;
    };
    const { output } = await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      build: { write: false, target: 'es2022', chunkSizeWarningLimit: 4000 },
    });
    const bytes = output.reduce((sum, { code }) => sum + (code ? gzipSync(code).length : 0), 0);
    return bytes / 1024;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
