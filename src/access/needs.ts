import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permissions.js';

/**
 * What a route asks for: a permission; `session` = anybody who has signed in; `sign-in` = also a sign-in that is not
 * complete; `public` = anybody.
 */
export type Need = Permission | 'session' | 'sign-in' | 'public';

export const NEED = 'bo-tri:need';

/** Names what a route needs, or all routes of a controller. A route without it keeps the program from starting. */
export const Needs = (need: Need): MethodDecorator & ClassDecorator => SetMetadata(NEED, need);
