import type { Locator, Page } from 'playwright-core';

/** More stops than any view of the page has between two things that belong together. */
const MOST_STOPS = 260;
/** How long somebody looks at where the focus is before the next key. */
const LOOKED_AT_MS = 200;
/** Of one key, until what it opens is there. */
const MOST_PRESSES = 8;

interface Stop {
  /** Whether anything shows that the focus is here. */
  readonly shown: boolean;
  /** Whether it is on the screen, where somebody can see it. */
  readonly seen: boolean;
  readonly html: string;
}

/** The element with the focus; what draws the focus of a field may be a box around, in or beside it. */
const LOOK = `(() => {
  const at = document.activeElement;
  const drawn = (each) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && !/, 0\\)$/.test(outlineColor);
  };
  const field = at.closest('.ant-select, .ant-input-affix-wrapper') ?? at.closest('.ant-input');
  const shadow = field && getComputedStyle(field).boxShadow !== 'none';
  const beside = [...at.children, ...(at.parentElement?.children ?? [])];
  const around = [at, ...beside, at.parentElement, at.closest('label')];
  const box = (field ?? (at.matches('.only-read') ? at.parentElement : at)).getBoundingClientRect();
  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const shown = Boolean(shadow) || around.some((each) => each && drawn(each));
  return { shown, seen, html: at.outerHTML.slice(0, 160) };
})()`;

/** A page of which only the keys are used. Every stop on the way must be seen. */
export class Keys {
  readonly unseen: string[] = [];

  constructor(readonly page: Page) {}

  /** Tab after Tab until the focus is on one of them. */
  async to(target: Locator): Promise<void> {
    await target.first().waitFor({ state: 'attached', timeout: 60_000 });
    const hit = target.and(this.page.locator(':focus'));
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      const [hits, stop] = await Promise.all([hit.count(), this.page.evaluate<Stop>(LOOK)]);
      // After the last stop the focus goes to the browser's own frame.
      const isPage = !stop.html.startsWith('<body');
      if (stops > 0 && isPage && !(stop.shown && stop.seen)) this.unseen.push(stop.html);
      if (hits > 0 && (await this.stays(hit))) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no stop of the Tab key within ${MOST_STOPS}: ${target.toString()}`);
  }

  /** A view that is still loading may draw what has the focus anew; a key would be lost. */
  private async stays(focused: Locator): Promise<boolean> {
    await this.page.waitForTimeout(LOOKED_AT_MS);
    return (await focused.count()) > 0;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Goes there and presses it. */
  async use(target: Locator, key = 'Enter'): Promise<void> {
    await this.to(target);
    await this.press(key);
  }

  /** Goes to a field and types over what is there. */
  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.press('Control+a');
    await this.page.keyboard.type(text);
  }

  /** Presses a key again where nothing came of it: a list whose entries are still asked for stays empty. */
  private async untilThere(key: string, target: Locator): Promise<void> {
    for (let times = 1; times < MOST_PRESSES; times++) {
      await this.press(key);
      const isThere = await target.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return;
    }
    await target.waitFor({ timeout: 5_000 });
  }

  /** Opens a list and takes the entry that has these words. */
  async choose(list: Locator, words: string | RegExp): Promise<void> {
    await this.to(list);
    const open = this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
    const active = open.locator('.ant-select-item-option-active');
    await this.untilThere('ArrowDown', active);
    for (let steps = 0; steps < MOST_STOPS; steps++) {
      if ((await active.filter({ hasText: words }).count()) > 0) break;
      await this.press('ArrowDown');
    }
    await this.press('Enter');
    await open.waitFor({ state: 'hidden' });
  }
}
