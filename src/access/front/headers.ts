import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Nothing comes from outside, and no script or style stands in the page itself. */
const POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
  },
};

/** Swagger's page carries its own inline style; its scripts are files. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/** The page asks for none of them. */
const UNUSED =
  'accelerometer camera display-capture geolocation gyroscope hid magnetometer microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking';
const PERMISSIONS = UNUSED.split(' ')
  .map((feature) => `${feature}=()`)
  .join(', ');

const YEAR_SECONDS = 31_536_000;

/** What every answer tells the browser to forbid. @param docs where the description of the API lies. */
export function securityHeaders(docs: string): RequestHandler[] {
  const common = helmet({
    contentSecurityPolicy: POLICY,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  return [
    common,
    (request: Request, response: Response, next: NextFunction): void => {
      // The framework finds a route in whatever case its address is written.
      const path = request.path.toLowerCase();
      response.setHeader('Permissions-Policy', PERMISSIONS);
      if (request.secure)
        response.setHeader('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`);
      if (isUnder(path, docs)) response.setHeader('Content-Security-Policy', DOCS_POLICY);
      else if (isUnder(path, '/api')) response.setHeader('Cache-Control', 'no-store');
      next();
    },
  ];
}

function isUnder(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
