import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import 'antd/dist/antd.css';
import './app/base.css';
import { App } from './app/app.js';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
