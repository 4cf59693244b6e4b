import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorPage } from './error-page.ts';
import { tooManyPage } from './error-page.ts';
import type { Limit, Limits } from './limits.ts';
import { addressWithoutQuery } from './read-request.ts';

type Kind = 'page' | 'form' | 'download' | 'signing in' | 'free';

/** As the plugin gives it: whether one more request may be answered, and if not, for how long. */
type Counter = ReturnType<FastifyInstance['createRateLimit']>;

/**
 * Refuses requests beyond what one session or one address may ask for, in words and with the time to wait. How the site
 * is, and what never changes under its address, is answered always.
 *
 * @param sessionOf the token of the session a request comes with, whether or not it holds
 */
export function limitRequests(
  server: FastifyInstance,
  limits: Limits,
  sessionOf: (request: FastifyRequest) => string | null,
  refuse: (reply: FastifyReply, page: ErrorPage) => FastifyReply,
): void {
  let counters: Readonly<Record<'address' | Exclude<Kind, 'free'>, Counter>> | null = null;
  void server.register(rateLimit, { global: false });
  server.after(() => {
    // Each keeps its own count, of the ten thousand that came last.
    const counter = ({ most, seconds }: Limit, key: (request: FastifyRequest) => string): Counter =>
      server.createRateLimit({ max: most, timeWindow: seconds * 1000, keyGenerator: key });
    const ofSession = (request: FastifyRequest): string => sessionOf(request) ?? request.ip;
    counters = {
      address: counter(limits.ofAddress, ({ ip }) => ip),
      'signing in': counter(limits.signingIn, ({ ip }) => ip),
      page: counter(limits.ofSession, ofSession),
      form: counter(limits.forms, ofSession),
      download: counter(limits.downloads, ofSession),
    };
  });
  server.addHook('onRequest', async (request, reply) => {
    const kind = kindOf(request);
    if (kind === 'free' || counters === null) return;
    // Whoever has no session, or makes one up for each request, is held by the address.
    const asked = [
      'address',
      ...(kind === 'signing in' || sessionOf(request) !== null ? [kind] : []),
    ] as const;
    for (const name of asked) {
      const answer = await counters[name](request);
      if (answer.isAllowed || !answer.isExceeded) continue;
      await refuse(reply, tooManyPage(kind === 'signing in', answer.ttlInSeconds));
      return;
    }
  });
}

/** What is asked for, by its address. */
function kindOf(request: FastifyRequest): Kind {
  const path = addressWithoutQuery(request.url);
  if (path === '/health' || path.startsWith('/assets/')) return 'free';
  const sent = request.method !== 'GET' && request.method !== 'HEAD';
  if (
    /^\/(?:sign-in|set-up|demonstration\/sign-in)(?:\/|$)/.test(path) &&
    (sent || path.includes('/provider'))
  )
    return 'signing in';
  if (sent) return 'form';
  return /\.(?:csv|xlsx|docx|jsonc)$/.test(path) ? 'download' : 'page';
}
