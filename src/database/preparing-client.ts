import type { Socket } from 'node:net';
import pg from 'pg';
import { nameOfKept } from './kept-plan.js';

/**
 * A connection to a server. It keeps the plans of the statements marked by `keptPlan`, and sends what is asked in one turn
 * of the event loop as one message. Not for the embedded engine, where all connections are one session and names would
 * collide.
 */
export class PreparingClient extends pg.Client {
  // The driver's many overloads are one here; what it returns is the driver's own.
  override query(asked: unknown, ...rest: readonly unknown[]): never {
    this.holdBack();
    const name = typeof asked === 'string' ? nameOfKept(asked) : undefined;
    const ask = super.query.bind(this) as (...question: readonly unknown[]) => never;
    return ask(name === undefined ? asked : { name, text: asked }, ...rest);
  }

  private holdBack(): void {
    const { stream } = (this as unknown as { readonly connection: { readonly stream: Socket } })
      .connection;
    if (stream.writableCorked > 0) return;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}
