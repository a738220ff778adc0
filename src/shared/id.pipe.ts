import { Injectable, type PipeTransform } from '@nestjs/common';
import { BadInput } from './errors.js';

/** A number in an address that names a row: whole, positive, and one that the database can hold. */
@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const id = Number(text);
    if (/^\d+$/.test(text) && id > 0 && Number.isSafeInteger(id)) return id;
    throw new BadInput('request.id', `"${text}" không phải là mã số: cần một số nguyên dương.`);
  }
}
