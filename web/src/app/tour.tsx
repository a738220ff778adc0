import { Tour as AntTour } from 'antd';
import { useEffect, useState } from 'react';

import type { SignedInAccount } from '../lib/api/shapes.js';
import { useText } from '../lib/text/define-text.js';
import { endTour } from './tour-state.js';
import { tourText } from './tour.text.js';

/** A place of the page that is there and in sight; null = the step stands in the middle. */
function shown(...selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found && found.getClientRects().length > 0) return found;
  }
  return null;
}

/** The tour itself: five short steps, of which one is of the reader's own work. Its code comes when it is asked for. */
export function Tour({ account }: { readonly account: SignedInAccount }) {
  const t = useText(tourText);
  const [current, setCurrent] = useState(0);
  const steps = [
    { key: 'content', words: t[`content.words.${account.role}`], target: () => shown('h1') },
    { key: 'menu', words: t['menu.words'], target: () => shown('.shell-nav', '.shell-menu') },
    { key: 'help', words: t['help.words'], target: () => shown('.help-menu') },
    { key: 'language', words: t['language.words'], target: () => shown('.language') },
    { key: 'account', words: t['account.words'], target: () => shown('.account-button') },
  ] as const;
  useStepFocus(current);
  return (
    <AntTour
      open
      keyboard
      current={current}
      onChange={setCurrent}
      onClose={() => endTour(account.login)}
      onFinish={() => endTour(account.login)}
      rootClassName="tour"
      steps={steps.map(({ key, words, target }, at) => ({
        title: `${t.step(String(at + 1), String(steps.length))}: ${t[`${key}.title`]}`,
        description: at === 0 ? `${words} ${t.keys}` : words,
        // Without a place the step stands in the middle.
        target: target as () => HTMLElement,
        nextButtonProps: { children: at === steps.length - 1 ? t.finish : t.next },
        prevButtonProps: { children: t.previous },
      }))}
    />
  );
}

/** The keyboard goes on where the eye is. */
function useStepFocus(current: number): void {
  useEffect(() => {
    const wait = setTimeout(
      () => document.querySelector<HTMLElement>('.tour .ant-btn-primary')?.focus(),
      FOCUS_AFTER_MS,
    );
    return () => clearTimeout(wait);
  }, [current]);
}

/** The panel of a step is drawn after the step is known. */
const FOCUS_AFTER_MS = 150;
