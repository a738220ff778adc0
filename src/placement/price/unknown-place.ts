import { BadInput } from '../../shared/errors.js';

export function unknownPlace(unitCode: string, positionCode: string): BadInput {
  return new BadInput(
    'placement.unknown-place',
    `Không có đơn vị ${unitCode} hoặc vị trí ${positionCode} vào ngày sắp xếp.`,
    { unitCode, positionCode },
  );
}
