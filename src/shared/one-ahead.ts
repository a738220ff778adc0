/**
 * Sends one thing after another, and makes the next while the one before is on its way. Where one fails no other is sent.
 *
 * @param things made as they are asked for
 */
export async function oneAhead<T>(
  things: Iterable<T>,
  send: (thing: T) => Promise<unknown>,
): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  for (const thing of things) {
    await before;
    before = send(thing);
    // It is told by the next wait; until then nobody listens.
    before.catch(() => undefined);
    // Else the next would be made before this one has left.
    await new Promise(setImmediate);
  }
  await before;
}
