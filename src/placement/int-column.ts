const FIRST_ROOM = 1024;

/** A growing column of 32-bit integers. */
export class IntColumn {
  private values = new Int32Array(FIRST_ROOM);
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(value: number): void {
    if (this.count === this.values.length) {
      const wider = new Int32Array(2 * this.count);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.count++] = value;
  }

  /** A copy of a given length, filled up with zeros. */
  padded(length: number): Int32Array {
    const copy = new Int32Array(length);
    copy.set(this.values.subarray(0, Math.min(this.count, length)));
    return copy;
  }
}
