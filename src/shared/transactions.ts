import type { EntityManager } from 'typeorm';
import type { Actor } from './actor.js';

/**
 * The only way to the data, reads too: one transaction that knows who acts.
 *
 * `work` may run again from the top after a deadlock, so it does nothing that cannot be repeated: no mail, no file, no
 * solver. It must not ask for a second connection.
 */
export abstract class Transactions {
  abstract run<T>(actor: Actor, work: (manager: EntityManager) => Promise<T>): Promise<T>;
}
