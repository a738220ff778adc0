/** An integer sum of products that never rounds. */
export class ExactSum {
  private small = 0;
  /** No part of `small` on the way to it was larger. */
  private size = 0;
  private large = 0n;

  addProduct(a: number, b: number): void {
    const product = a * b;
    this.size += Math.abs(product);
    if (this.size <= Number.MAX_SAFE_INTEGER) this.small += product;
    else this.addLarge(a, b);
  }

  value(): bigint {
    return this.large + BigInt(this.small);
  }

  private addLarge(a: number, b: number): void {
    this.large += BigInt(this.small) + BigInt(a) * BigInt(b);
    this.small = this.size = 0;
  }
}
