/** An integer sum of products that never rounds. */
export class ExactSum {
  private small = 0;
  private large = 0n;

  addProduct(a: number, b: number): void {
    const product = a * b;
    const sum = this.small + product;
    if (Number.isSafeInteger(product) && Number.isSafeInteger(sum)) this.small = sum;
    else this.large += BigInt(a) * BigInt(b);
  }

  value(): bigint {
    return this.large + BigInt(this.small);
  }
}
