import { Transform } from 'class-transformer';
import { IsOptional } from 'class-validator';

/** The property may be left out, and null says the same: what reads it meets undefined only. */
export function MayBeLeftOut(): PropertyDecorator {
  const isOptional = IsOptional();
  const withoutNull = Transform(({ value }: { value: unknown }) => value ?? undefined);
  return (target, property) => {
    isOptional(target, property);
    withoutNull(target, property);
  };
}
