/** Drops a database of the tests; waits for connections that were closed a moment ago. */
export function dropDatabase(ownerUrl: string, name: string): Promise<void>;
