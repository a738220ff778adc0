import { Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';

/** The one actor of a machine without accounts: whoever sits at it, in the province that is loaded. */
@Injectable()
export class LocalActor {
  constructor(private readonly provinceCode: string) {}

  current(): Actor {
    return { id: 'local', name: 'Người dùng tại máy', provinceCode: this.provinceCode };
  }
}
