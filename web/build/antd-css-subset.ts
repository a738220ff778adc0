import type { Plugin, Rule } from 'postcss';

/** The components of Ant Design that the page uses, as the first word of their class names. Add one when you import one. */
const USED = [
  'alert',
  'app',
  'btn',
  'checkbox',
  'empty',
  'fade',
  'input',
  'layout',
  'motion',
  'move',
  'pagination',
  'qrcode',
  'radio',
  'segmented',
  'select',
  'skeleton',
  'slide',
  'spin',
  'tag',
  'tooltip',
  'tour',
  'tree',
  'wave',
  'zoom',
];

/** The theme that `antd.css` is written for; the two others in it are for nested themes of its own documentation. */
export const STATIC_THEME = 'css-var-_R_0_';

/** Leaves out of Ant Design's 1 MB style sheet what belongs to components that the page does not use. */
export function antdCssSubset(): Plugin {
  return {
    postcssPlugin: 'antd-css-subset',
    Rule(rule: Rule) {
      if (!rule.source?.input.file?.includes('antd')) return;
      const kept = rule.selectors.filter(isUsed);
      if (kept.length === 0) rule.remove();
      else if (kept.length < rule.selectors.length) rule.selectors = kept;
    },
  };
}

function isUsed(selector: string): boolean {
  const otherTheme = /css-var-_R_\w+_/.exec(selector)?.[0] ?? STATIC_THEME;
  if (otherTheme !== STATIC_THEME) return false;
  const classes = selector.match(/\.ant-[a-z]+/g) ?? [];
  return classes.every((name) => USED.includes(name.slice('.ant-'.length)));
}
