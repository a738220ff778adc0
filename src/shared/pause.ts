/** A wait that can be ended early. One at a time. */
export class Pause {
  private wake: (() => void) | null = null;
  /** Ended while nobody waited: the next wait is over at once. */
  private over = false;

  of(milliseconds: number): Promise<void> {
    if (this.over) {
      this.over = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.end(), milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
    });
  }

  end(): void {
    if (this.wake === null) this.over = true;
    else this.wake();
  }
}
