import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';

/** Somebody with an account at the provider. */
export interface AtProvider {
  readonly subject: string;
  readonly email: string;
  readonly verified: boolean;
}

export interface TestProvider {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** Who signs in there next; `null`: they stop there. */
  signsIn: AtProvider | null;
  readonly stop: () => Promise<void>;
}

/**
 * A real OpenID Connect provider on this computer, with a page for signing in that asks nothing: whoever comes is whom the
 * test says.
 *
 * @param address of the site that people are sent back to
 */
export async function startProvider(address: string): Promise<TestProvider> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('No port');
  const issuer = `http://127.0.0.1:${String(place.port)}`;
  const [client, secret] = ['middletier', 'a secret of the test'];
  const known = new Map<string, AtProvider>();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ttl = 600;
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: client,
        client_secret: secret,
        redirect_uris: [`${address}/sign-in/provider/return`],
        post_logout_redirect_uris: [`${address}/sign-in`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    jwks: { keys: [privateKey.export({ format: 'jwk' })] },
    ttl: { AccessToken: ttl, Grant: ttl, IdToken: ttl, Interaction: ttl, Session: ttl },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => {
        const { email, verified } = known.get(subject) ?? {};
        return { sub: subject, email, email_verified: verified };
      },
    }),
    loadExistingGrant: async (context) => {
      const { session, client: asking } = context.oidc;
      if (session?.accountId === undefined || asking === undefined) return undefined;
      const grant = new provider.Grant({ accountId: session.accountId, clientId: asking.clientId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const running: TestProvider = {
    issuer,
    client,
    secret,
    signsIn: null,
    stop: async () => {
      server.closeAllConnections();
      await closed(server);
    },
  };
  const serve = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      void serve(request, response);
      return;
    }
    const { signsIn } = running;
    if (signsIn !== null) known.set(signsIn.subject, signsIn);
    void provider.interactionFinished(
      request,
      response,
      signsIn === null ? { error: 'access_denied' } : { login: { accountId: signsIn.subject } },
    );
  });
  return running;
}

async function closed(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
