/** Where and whether this program seals. */
export class AuditSettings {
  constructor(
    /** The file outside of the database that witnesses the chain's end; null = none, as for a database in memory. */
    readonly witnessFile: string | null,
    /** Seal every second. Off for a program that only looks, and for one that ends with its database. */
    readonly seals: boolean,
  ) {}

  /** A database in memory: nothing outlives the program, so nothing is sealed unless asked. */
  static inMemory(): AuditSettings {
    return new AuditSettings(null, false);
  }
}
