import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

const INJECTOR = /@rc-component\/util\/(es|lib)\/Dom\/dynamicCSS\.js$/;
const OURS = fileURLToPath(new URL('../src/lib/constructed-styles.ts', import.meta.url));

/**
 * Ant Design writes its design tokens and its scroll lock into `<style>` elements, which a content policy of
 * `default-src 'self'` refuses. This exchanges the one module that does so for constructed style sheets, which the policy
 * allows. `theme.zeroRuntime` alone is not enough in 6.6: tokens are written even then.
 */
export function constructedStyles(): Plugin {
  return {
    name: 'constructed-styles',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer) {
      if (!source.includes('dynamicCSS')) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && INJECTOR.test(found.id.replaceAll('\\', '/')) ? OURS : null;
    },
  };
}
