/** The program ends before the work is done. The work was not at fault, and may be done again. */
export class BrokenOff extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BrokenOff';
  }
}
