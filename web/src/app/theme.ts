import type { ThemeConfig } from 'antd';

/** The key that antd's static style sheet is written for; see web/build/antd-css-subset.ts. */
const STATIC_THEME = 'css-var-_R_0_';

export const theme: ThemeConfig = {
  zeroRuntime: true,
  cssVar: { key: STATIC_THEME },
  hashed: false,
  token: {
    colorPrimary: '#17466f',
    colorLink: '#17466f',
    colorError: '#a3232b',
    colorErrorBg: '#fdf0f0',
    colorErrorBorder: '#ecc6c8',
    colorText: '#1c2733',
    colorTextSecondary: '#566573',
    colorBorder: '#cfd7df',
    borderRadius: 6,
    fontFamily:
      "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
};
