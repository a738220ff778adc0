import { Injectable } from '@nestjs/common';

/** What the workbooks must say about their data. */
@Injectable()
export class ReportSettings {
  /** @param demo the people are invented, and every workbook says so. */
  constructor(readonly demo: boolean) {}
}
