import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { antdCssSubset } from './build/antd-css-subset.js';
import { constructedStyles } from './build/constructed-styles.js';

const API = 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), constructedStyles()],
  css: { postcss: { plugins: [antdCssSubset()] } },
  server: { proxy: { '/api': API } },
  build: {
    target: 'es2022',
    // Inlined files become data: addresses, which `default-src 'self'` refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
});
