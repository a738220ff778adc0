import { Injectable, Logger } from '@nestjs/common';
import * as client from 'openid-client';
import { NotFound, Unauthenticated } from '../../shared/errors.js';
import type { OidcSettings } from '../../shared/oidc-settings.js';
import { type OidcFlow, OidcFlows } from './oidc-flows.js';

/** The province's own sign-in, and the name under which it sends people back. */
export class OidcSource {
  constructor(
    readonly settings: OidcSettings | null,
    /** null = whatever name this machine was asked by. */
    readonly publicUrl: string | null,
  ) {}
}

export const CALLBACK = '/api/session/oidc/callback';
const SCOPE = 'openid';
const TIMEOUT_SECONDS = 10;

/** Authorization code with PKCE, state and nonce (OpenID Connect Core 1.0; RFC 7636, 9700). */
@Injectable()
export class OidcClient {
  private readonly log = new Logger('Oidc');
  private readonly flows = new OidcFlows();
  private known: Promise<client.Configuration> | null = null;

  constructor(private readonly source: OidcSource) {}

  /** @throws NotFound `access.no-oidc` */
  settings(): OidcSettings {
    if (this.source.settings !== null) return this.source.settings;
    throw new NotFound(
      'access.no-oidc',
      'Chương trình này không dùng đăng nhập của hệ thống khác.',
    );
  }

  /** The address people came by, in which they are sent back. */
  origin(asked: string): string {
    return this.source.publicUrl ?? asked;
  }

  /**
   * @param origin of this program
   * @param former key of the browser's session; null = it has none.
   * @returns where to send the browser, and the value of its cookie.
   * @throws Unauthenticated `access.oidc-unreachable`
   */
  async begin(
    origin: string,
    former: string | null,
  ): Promise<{ readonly url: string; readonly key: string }> {
    const configuration = await this.configuration();
    const flow: OidcFlow = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      former,
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: `${origin}${CALLBACK}`,
      scope: SCOPE,
      response_type: 'code',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, key: this.flows.begin(flow) };
  }

  /**
   * @param back the address with which the browser was sent back
   * @param key the value of its cookie; null = it has none.
   * @returns the subject that the other sign-in vouches for, and the session that the browser had when it began.
   * @throws Unauthenticated `access.oidc-expired`, `access.oidc-refused`, `access.oidc-failed`, `access.oidc-unreachable`
   */
  async finish(back: URL, key: string | null): Promise<{ subject: string; former: string | null }> {
    const flow = key === null ? null : this.flows.take(key);
    if (flow === null)
      throw new Unauthenticated(
        'access.oidc-expired',
        'Lần đăng nhập này đã quá hạn hoặc bắt đầu ở trình duyệt khác. Hãy đăng nhập lại.',
      );
    const configuration = await this.configuration();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, back, {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      });
      const subject = tokens.claims()?.sub;
      if (subject === undefined) throw new Error('no ID token');
      return { subject, former: flow.former };
    } catch (error) {
      throw this.refusal(error);
    }
  }

  /** Of the log only what names the fault: messages and causes may hold codes and tokens. */
  private refusal(error: unknown): Unauthenticated {
    if (error instanceof client.AuthorizationResponseError)
      return new Unauthenticated(
        'access.oidc-refused',
        'Bạn chưa hoàn tất đăng nhập ở hệ thống kia. Hãy thử lại hoặc dùng mật khẩu.',
      );
    const { name, code } = error as { name?: string; code?: string };
    this.log.warn(`Sign-in by OpenID Connect failed: ${name ?? 'Error'} ${code ?? ''}`.trim());
    return new Unauthenticated(
      'access.oidc-failed',
      'Không xác nhận được kết quả đăng nhập của hệ thống kia. Hãy đăng nhập lại.',
    );
  }

  /** Asked for at the first sign-in, and again after a failure: the program starts without it. */
  private async configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings();
    const server = new URL(issuer);
    const isPlain = server.protocol === 'http:';
    this.known ??= client.discovery(server, clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      execute: [
        // In the code flow the library believes the connection and looks at no signature unless it is told to.
        client.enableNonRepudiationChecks,
        // Of this machine only: the configuration takes no other.
        ...(isPlain ? [client.allowInsecureRequests] : []),
      ],
    });
    try {
      return await this.known;
    } catch (error) {
      this.known = null;
      const { name, code } = error as { name?: string; code?: string };
      this.log.warn(`${server.host} does not answer as OIDC_ISSUER: ${name} ${code ?? ''}`.trim());
      throw new Unauthenticated(
        'access.oidc-unreachable',
        'Chưa kết nối được hệ thống đăng nhập của tỉnh. Hãy thử lại sau, hoặc dùng mật khẩu.',
      );
    }
  }
}
