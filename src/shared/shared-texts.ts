/** Different texts that are remembered; what comes later stays as it is. */
const MOST = 50_000;

/** Makes equal texts in JSON-like data one: rows of a long file say the same few thousand texts again and again. */
export class SharedTexts {
  private readonly known = new Map<string, string>();

  /** Changes `value` where it stands, and gives it back. */
  in<T>(value: T): T {
    if (typeof value === 'string') return this.one(value) as T;
    if (value === null || typeof value !== 'object') return value;
    const parts = value as Record<string, unknown>;
    for (const key of Object.keys(parts)) {
      const part = parts[key];
      if (typeof part === 'string') parts[key] = this.one(part);
      else if (part !== null && typeof part === 'object') this.in(part);
    }
    return value;
  }

  private one(text: string): string {
    const known = this.known.get(text);
    if (known === undefined && this.known.size < MOST) this.known.set(text, text);
    return known ?? text;
  }
}
