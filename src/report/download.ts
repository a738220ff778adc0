import { StreamableFile } from '@nestjs/common';
import { attachment } from '../shared/attachment.js';
import type { ReportFile } from './write-reports.js';

/** The type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as an answer, to be kept under its name. */
export function download({ bytes, fileName, title }: ReportFile): StreamableFile {
  return new StreamableFile(bytes, {
    type: XLSX,
    disposition: attachment(fileName, title),
    length: bytes.length,
  });
}
