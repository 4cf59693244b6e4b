import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { Site } from '#/parts.ts';
import type { ProviderSettings } from '#/platform/configuration.ts';

/** Where a provider sends people back to: told to it when Middle Tier is registered there. */
export const returnPath = '/sign-in/provider/return';

/** What goes along with somebody to the provider, and is expected back. */
export interface Asked {
  /** Where the browser is sent. */
  readonly to: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is, as the provider says. */
export interface ToldByProvider {
  readonly issuer: string;
  readonly subject: string;
  /** Only an address that can be believed; `null` where there is none. */
  readonly email: string | null;
}

/** Why a sign-in at the provider came to nothing. */
export class ProviderFailure extends Error {
  readonly why: 'unreachable' | 'declined' | 'failed';

  constructor(why: ProviderFailure['why'], cause: unknown) {
    super(`The provider that signs people in: ${why} (${cause instanceof Error ? cause.message : ''})`, {
      cause,
    });
    this.name = 'ProviderFailure';
    this.why = why;
  }
}

export interface Provider {
  readonly button: string;
  /** Throws `ProviderFailure`. */
  readonly ask: () => Promise<Asked>;
  /**
   * Takes the answer the browser brought. The library compares state, issuer, audience, nonce, times and signature.
   * Throws `ProviderFailure`.
   *
   * @param query of the address the browser was sent back to
   */
  readonly answer: (query: URLSearchParams, expected: Omit<Asked, 'to'>) => Promise<ToldByProvider>;
  /** Where somebody signs out there too; `null` where it does not offer that, or cannot be reached. */
  readonly signOutAddress: () => Promise<string | null>;
}

/** In seconds: for one question to the provider. */
const patience = 10;

const opened = new WeakMap<Site, Provider>();

/** The provider of the settings, one for all pages; `null` where none is set. */
export function providerOf(site: Site): Provider | null {
  if (site.provider === null) return null;
  const provider = opened.get(site) ?? openProvider(site, site.provider);
  opened.set(site, provider);
  return provider;
}

/** What it says of itself is asked once, at the first sign-in. */
function openProvider({ address }: Site, settings: ProviderSettings): Provider {
  let known: Promise<Configuration> | null = null;
  const configuration = async (): Promise<Configuration> => {
    known ??= discover(settings);
    try {
      return await known;
    } catch (error) {
      // Asked again next time: it may only have been down.
      known = null;
      throw new ProviderFailure('unreachable', error);
    }
  };
  const redirect = `${address}${returnPath}`;
  return {
    button: settings.button,
    ask: async () => {
      const config = await configuration();
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const to = buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid email profile',
        response_type: 'code',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { to: to.href, state, nonce, verifier };
    },
    answer: async (query, { state, nonce, verifier }) => {
      const config = await configuration();
      const came = new URL(redirect);
      came.search = query.toString();
      try {
        const tokens = await authorizationCodeGrant(config, came, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error('No identity came back');
        const said =
          settings.mailClaim in claims || config.serverMetadata().userinfo_endpoint === undefined
            ? claims
            : await fetchUserInfo(config, tokens.access_token, claims.sub);
        return { issuer: claims.iss, subject: claims.sub, email: emailOf(said, settings) };
      } catch (error) {
        throw failureOf(error);
      }
    },
    signOutAddress: async () => {
      try {
        const config = await configuration();
        if (config.serverMetadata().end_session_endpoint === undefined) return null;
        return buildEndSessionUrl(config, { post_logout_redirect_uri: `${address}/sign-in` }).href;
      } catch {
        return null;
      }
    },
  };
}

function discover({ issuer, client, secret }: ProviderSettings): Promise<Configuration> {
  const server = new URL(issuer);
  const authentication = secret === null ? None() : ClientSecretPost(secret);
  // Settings allow http for a provider on this computer only, to try it out and to test it.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it for a provider elsewhere
  const execute = server.protocol === 'http:' ? [allowInsecureRequests] : [];
  return discovery(server, client, {}, authentication, { execute, timeout: patience });
}

/** An address that people told the provider counts only where it says that it verified it. */
function emailOf(
  said: Readonly<Record<string, unknown>>,
  { mailClaim, mailIs }: ProviderSettings,
): string | null {
  const email = said[mailClaim];
  const believed = mailIs === 'given' || said['email_verified'] === true;
  return typeof email === 'string' && believed ? email : null;
}

function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (error instanceof AuthorizationResponseError) return new ProviderFailure('declined', error);
  return new ProviderFailure(isOfTheLine(error) ? 'unreachable' : 'failed', error);
}

/** No answer, too late an answer, or the answer of a server that is not well. */
function isOfTheLine(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : null;
  const status = 'status' in error ? Number(error.status) : 0;
  return error.message === 'fetch failed' || code === 'OAUTH_TIMEOUT' || status >= 500;
}
