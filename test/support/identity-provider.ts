import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody's sign-in on this machine: whoever comes is the subject set last, without a question. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** null = the next one turns back at the question. */
  subject: string | null;
  /** Its tokens carry another signature than its own. */
  forged: boolean;
  stop(): Promise<void>;
}

const CLIENT = { clientId: 'bo-tri', clientSecret: 'a-secret-of-32-letters-for-tests' };

/** @param redirectUri of the program under test; told once it is known. */
export async function startIdentityProvider(redirectUri: () => string): Promise<IdentityProvider> {
  // The issuer holds the port, so a server that only waits takes it first.
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const chosen = { subject: null as string | null, forged: false };
  let handle: ((request: never, response: never) => void) | null = null;
  server.on('request', (request, response) => {
    handle ??= providerAt(issuer, redirectUri(), chosen).callback() as never;
    handle(request as never, response as never);
  });
  return {
    issuer,
    ...CLIENT,
    get subject() {
      return chosen.subject;
    },
    set subject(value) {
      chosen.subject = value;
    },
    get forged() {
      return chosen.forged;
    },
    set forged(value) {
      chosen.forged = value;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function providerAt(
  issuer: string,
  redirectUri: string,
  chosen: { readonly subject: string | null; readonly forged: boolean },
): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async (context) => {
      const { oidc } = context;
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) {
      await next();
      if (chosen.forged && context.path === '/token') forge(context.body as { id_token?: string });
      return;
    }
    const result =
      chosen.subject === null
        ? { error: 'access_denied', error_description: 'turned back' }
        : { login: { accountId: chosen.subject } };
    await provider.interactionFinished(context.req, context.res, result);
    context.respond = false;
  });
  return provider;
}

/** The same claims under a signature of somebody else. */
function forge(answer: { id_token?: string }): void {
  const [header = '', claims = '', signature = ''] = (answer.id_token ?? '').split('.');
  const other = Buffer.from(signature, 'base64url').reverse().toString('base64url');
  answer.id_token = [header, claims, other].join('.');
}
