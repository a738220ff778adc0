import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { shapeRefused, unknownProperty } from './shape-faults.js';

/** Holds bodies and queries to their shape: unknown properties are refused, by name. */
@Injectable()
export class ShapePipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: shapeRefused,
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const name = metadata.type === 'custom' ? null : refusedName(value);
    if (name !== null) throw unknownProperty(name);
    if (metadata.type === 'body') makeWhole(value);
    return super.transform(value, metadata) as Promise<unknown>;
  }

  /** Parts of an address stay the text that they are, for `IdPipe`: as numbers, "0x1" and "1e0" would both be row 1. */
  protected override transformPrimitive(value: unknown): unknown {
    return value;
  }
}

const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
/** No body of ours has more than four. The libraries below go in by recursion, and a deep enough body ends their stack. */
const MOST_LEVELS = 20;
const HALVES = /\p{Surrogate}/gu;

/** A property named as one that every object has, which the libraries below would drop in silence, or one too deep. */
function refusedName(value: unknown): string | null {
  const left: [value: unknown, level: number][] = [[value, 1]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [object, level] = next;
    if (typeof object !== 'object' || object === null) continue;
    for (const [name, inner] of Object.entries(object)) {
      if (INHERITED.has(name) || level > MOST_LEVELS) return name;
      left.push([inner, level + 1]);
    }
  }
  return null;
}

/** Half of a character in a text becomes the sign of one that could not be read: the database takes none in its documents. */
function makeWhole(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') makeWhole(inner);
    else (value as Record<string, unknown>)[name] = inner.replaceAll(HALVES, '\ufffd');
  }
}
