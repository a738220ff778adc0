/**
 * Scripts that run inside the page. They are text, since the page has no loader for ours and the policy lets no other in:
 * the browser's own protocol brings them.
 */

/** Scrolls an element right and down for some frames. @returns milliseconds between frames. */
export const scrollFrames = (selector: string, frames: number): string => `
new Promise((resolve) => {
  const box = document.querySelector(${JSON.stringify(selector)});
  const times = [];
  let last = null;
  const step = (now) => {
    if (last !== null) times.push(now - last);
    last = now;
    if (times.length >= ${frames}) return resolve(times);
    box.scrollTop = (box.scrollTop + 37) % Math.max(1, box.scrollHeight - box.clientHeight);
    box.scrollLeft = (box.scrollLeft + 23) % Math.max(1, box.scrollWidth - box.clientWidth);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;

/** Watches from now on: when the pointer first comes over a seat, when its price is told, and when the law is too. */
export const watchSeat = (seat: string): string => `
(() => {
  const told = window.__told = { from: null, price: null, exact: null };
  const isAt = (name) => document.querySelector('.dock .price[' + name + '=' + JSON.stringify(${JSON.stringify(seat)}) + ']');
  const look = () => {
    if (told.from !== null && told.price === null && (isAt('data-told') || isAt('data-exact'))) told.price = performance.now() - told.from;
    if (told.from !== null && isAt('data-exact')) told.exact = performance.now() - told.from;
    else requestAnimationFrame(look);
  };
  addEventListener('pointermove', (event) => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const drop = under && under.closest('[data-drop]');
    if (told.from === null && drop && drop.dataset.drop === ${JSON.stringify(seat)}) told.from = event.timeStamp;
  }, { capture: true });
  requestAnimationFrame(look);
})()`;

export interface Told {
  readonly from: number | null;
  readonly price: number | null;
  readonly exact: number | null;
}

export const TOLD = `new Promise((resolve) => {
  const look = () => (window.__told.exact === null ? requestAnimationFrame(look) : resolve(window.__told));
  look();
})`;
