import { Injectable } from '@nestjs/common';
import { type Clock, SystemClock } from '../shared/clock.js';

/** What the workbooks must say about their data and when they were taken out. */
@Injectable()
export class ReportSettings {
  /** @param demo the people are invented, and every workbook says so. */
  constructor(
    readonly demo: boolean,
    readonly clock: Clock = new SystemClock(),
  ) {}
}
