import { Unauthenticated } from './errors.js';

export function signedOut(): Unauthenticated {
  return new Unauthenticated(
    'access.signed-out',
    'Bạn chưa đăng nhập, hoặc phiên đã hết hạn. Hãy đăng nhập lại.',
  );
}
