import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import { may } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { noToken, openAnswers, type FormToken, type TypedBefore } from './answers.ts';
import { loadAssets } from './assets.ts';
import { bugPage, elsewherePage, knownErrorPage, notFoundPage } from './error-page.ts';
import { formOfNobody } from './form-refused.ts';
import { makeFormToken } from './form-token.ts';
import { formIn, multipartLimits, typedInto, withForm, type Form } from './form.ts';
import { rememberForms, type FormsTaken } from './forms-taken.ts';
import { limitRequests } from './limit-requests.ts';
import { limitUploads } from './limit-uploads.ts';
import { mostConnections, patience, type Limits } from './limits.ts';
import { once } from './once.ts';
import { addressWithoutQuery, isUnreadableForm, paramsOf, queryOf, unreadableForm } from './read-request.ts';
import { reportToStandardError } from './report-bug.ts';
import { sendAsset } from './send-asset.ts';
import { refuseUnreadable } from './unreadable-request.ts';
import { keepPages } from './kept-pages.ts';
import type { Gate } from './gate.ts';
import type {
  GuardedRoute,
  OpenFormRoute,
  OpenPageRoute,
  OpenRequest,
  PageRequest,
  PageResponse,
  Route,
} from './route.ts';
import { tokenIn } from './session-cookie.ts';
import { comesFromOwnPage } from './same-origin.ts';
import { hostIsAllowed, securityHeaders } from './security.ts';
import { signInAddress } from './addresses.ts';
import { readerFrom } from './reader-from.ts';
import { nobody, type Reader } from './shell.ts';
import { loadTemplates } from './templates.ts';
import { typedAgain } from './typed-again.ts';

export interface ServerOptions {
  readonly routes: readonly Route[];
  /** Who may come in, and what they may see. */
  readonly gate: Gate;
  /** Which forms were sent. Left out: as long as this process remembers. */
  readonly formsTaken?: FormsTaken;
  /** Left out: no page is kept. */
  readonly keeping?: Keeping;
  /** The address the server is bound to: decides which Host headers are answered. */
  readonly host?: string;
  /** The site's own address, as others reach it: it is answered, and with https cookies are for https only. */
  readonly address?: string | null;
  /** Addresses of the proxies in front: what they say of where a request came from is believed. */
  readonly proxies?: readonly string[];
  /** How much one reader may ask for. Left out: as much as they like. */
  readonly limits?: Limits;
  /** Where files of forms stand while they are read: on the disk of whatever keeps them. */
  readonly uploadFolder?: string;
  /** Says whether the parts behind the pages work; throws when they do not. */
  readonly health?: () => Promise<object>;
  /** Tells whoever runs the program about a bug. */
  readonly reportBug?: (error: unknown, reference: string) => void;
}

/** What has to be known to show a page that was made before. */
export interface Keeping {
  /** What was imported, and the day: a text that changes whenever they do. */
  readonly published: () => string;
}

/** A page that is shown again would show a token again that was good once, or in another session. */
const noFormWhereKept: FormToken = () => {
  throw new Error('A page that is kept has no form.');
};

/** Of about 80 kB each. */
const bytesOfPagesKept = 128 << 20;

/** The site: each route's permission is checked, its reading logged, and only then is it handled. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { host = '127.0.0.1', address = null, proxies = [], reportBug = reportToStandardError } = options;
  const secure = address?.startsWith('https:') === true;
  const { uploadFolder = join(tmpdir(), 'middletier-uploads') } = options;
  const { formsTaken = rememberForms() } = options;
  const assets = loadAssets();
  const pages = keepPages(bytesOfPagesKept);
  const render = loadTemplates({ stylesheet: assets.stylesheet, icon: assets.icon });
  const { draw, send, sendError, sendPage } = openAnswers({ assets, render, secure, reportBug });
  const uploads = limitUploads(options.limits?.uploads ?? null, Date.now);
  /** Forms that were read already, for as long as their request is there. */
  const read = new WeakMap<FastifyRequest, Form>();
  const server = fastify({
    logger: false,
    routerOptions: { ignoreTrailingSlash: true },
    trustProxy: proxies.length === 0 ? false : [...proxies],
    clientErrorHandler: refuseUnreadable(securityHeaders(secure)),
    connectionTimeout: patience.silence,
    requestTimeout: patience.request,
    http: { headersTimeout: patience.headers },
    frameworkErrors: (_error, _request, reply) => {
      sendError(reply, notFoundPage);
    },
  });

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(secure));
    if (!hostIsAllowed(host, address, request.headers.host)) {
      await reply
        .status(421)
        .type('text/plain; charset=utf-8')
        .send(
          `Middle Tier answers only to ${address ?? 'http://localhost or http://127.0.0.1'}. Use that.\n`,
        );
    }
  });
  server.server.maxConnections = mostConnections;
  const sessionOf = (request: FastifyRequest): string | null =>
    tokenIn(request.headers.cookie, 'middletier-session', secure);
  if (options.limits !== undefined) limitRequests(server, options.limits, sessionOf, sendError);
  server.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || comesFromOwnPage(request.headers)) return;
    await sendError(reply, elsewherePage);
  });
  server.addHook('onReady', async () => {
    // What a killed program had not finished reading.
    await rm(uploadFolder, { recursive: true, force: true });
  });
  server.addHook('onListen', () => {
    // A moment later, so that whoever waits for the address has it first.
    setTimeout(() => {
      void Promise.all(
        options.routes.flatMap((route) => ('prepare' in route ? [route.prepare()] : [])),
      ).catch((error: unknown) => {
        reportBug(error, 'preparing');
      });
    }, 200).unref();
  });
  server.get('/health', async () => ({ status: 'ok', ...(await options.health?.()) }));
  server.get('/assets/*', async (request, reply) => {
    const asset = assets.byAddress.get(addressWithoutQuery(request.url));
    if (asset === undefined) return sendError(reply, notFoundPage);
    return sendAsset(request, reply, asset);
  });
  void server.register(multipart, { limits: multipartLimits });
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1 << 20 },
    (_request, body, done) => {
      done(null, new URLSearchParams(body as string));
    },
  );
  for (const route of options.routes) {
    server.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) =>
        'open' in route ? answerAnybody(route, request, reply) : answer(route, request, reply),
    });
  }
  server.setNotFoundHandler(async (request, reply) =>
    sendError(reply, notFoundPage, await readerOf(request)),
  );
  server.setErrorHandler(async (error, request, reply) => {
    if (error instanceof KnownError && error.code === 'signed-out')
      return signInFirst(request, reply, 'ended');
    const reader = await readerOf(request);
    if (isUnreadableForm(error)) return sendError(reply, knownErrorPage(unreadableForm()), reader);
    const typed = typedBefore(request);
    if (error instanceof KnownError) return sendError(reply, knownErrorPage(error), reader, typed);
    const reference = randomUUID().slice(0, 8);
    reportBug(error, reference);
    return sendError(reply, bugPage(reference), reader, typed);
  });
  return server;

  /** Who asked, for the page of an error: whoever cannot be told, also because that failed, is nobody. */
  async function readerOf(request: FastifyRequest): Promise<Reader> {
    try {
      const token = sessionOf(request);
      const signedIn = token === null ? null : await options.gate.signedIn(token);
      if (signedIn === null) return nobody;
      const anywhere = { authority: null, permission: 'read published data', event: null } as const;
      const path = addressWithoutQuery(request.url);
      const { person } = await options.gate.admit({ signedIn, path, ...anywhere });
      return readerFrom(person, signedIn);
    } catch {
      return nobody;
    }
  }

  async function answer(
    route: GuardedRoute,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const params = paramsOf(request);
    const path = addressWithoutQuery(request.url);
    const token = sessionOf(request);
    const signedIn = token === null ? null : await options.gate.signedIn(token);
    if (token === null || signedIn === null) return signInFirst(request, reply);
    const event = route.logs === 'nothing confidential' ? null : route.logs.event;
    const authority = params['authority'] ?? null;
    const { permission } = route;
    const { person, seen } = await options.gate.admit({ signedIn, path, authority, permission, event });
    const asked: PageRequest = {
      person,
      may: (one) => may(person, one),
      path,
      params,
      query: queryOf(request),
    };
    const reader = readerFrom(person, signedIn);
    const formToken = () => makeFormToken(token, Date.now());
    if (route.method === 'POST') {
      const work = () =>
        withForm(request, route.uploads, uploadFolder, (sent) => {
          read.set(request, sent);
          return once(formsTaken, { session: token, path, form: sent }, (form) =>
            route.handle({ ...asked, form }),
          );
        });
      const { uploads: most } = route;
      const response = await (most === undefined
        ? work()
        : uploads.during(person.id, Number(request.headers['content-length'] ?? most.bytesInAll), work));
      return send(reply, response, reader, formToken);
    }
    if (route.kept !== true) return send(reply, await route.handle(asked), reader, formToken);
    const { keeping } = options;
    if (keeping === undefined) return send(reply, await route.handle(asked), reader, noFormWhereKept);
    const shows = (seenNow: string | null): string => JSON.stringify([seenNow, keeping.published()]);
    const page = await pages.page(
      { person, address: request.url, shows: shows(seen) },
      async () => draw(await route.handle(asked), reader, noFormWhereKept),
      async () =>
        shows(event === null || authority === null ? null : await options.gate.look(person, authority)),
    );
    return sendPage(reply, page);
  }

  async function answerAnybody(
    route: OpenPageRoute | OpenFormRoute,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const token = sessionOf(request);
    const asked: OpenRequest = {
      signedIn: token === null ? null : await options.gate.signedIn(token),
      token,
      browser: tokenIn(request.headers.cookie, 'middletier-provider', secure),
      from: request.ip,
      path: addressWithoutQuery(request.url),
      params: paramsOf(request),
      query: queryOf(request),
    };
    const { path } = asked;
    const session = asked.signedIn === null ? null : token;
    const formToken = () => (session === null ? null : makeFormToken(session, Date.now()));
    const sendOpen = (response: PageResponse): FastifyReply =>
      send(reply, response, (response.kind === 'page' ? response.reader : undefined) ?? nobody, formToken);
    if (route.method === 'GET') return sendOpen(await route.handle(asked));
    if (route.once === true && session === null) return signInFirst(request, reply);
    const response = await withForm(request, undefined, uploadFolder, (sent) =>
      route.once === true && session !== null
        ? once(formsTaken, { session, path, form: sent }, (form) => route.handle({ ...asked, form }))
        : route.handle({ ...asked, form: sent }),
    );
    return sendOpen(response);
  }

  /** What was typed into a form that failed, so that the page that says so holds it. */
  function typedBefore(request: FastifyRequest): TypedBefore {
    const session = sessionOf(request);
    const form = read.get(request) ?? formIn(request);
    return {
      again: form === null ? null : typedAgain(addressWithoutQuery(request.url), form, 'with a new token'),
      formToken: () => (session === null ? null : makeFormToken(session, Date.now())),
    };
  }

  /** What somebody typed before their session ended is not lost by signing in again. */
  async function signInFirst(
    request: FastifyRequest,
    reply: FastifyReply,
    why?: 'ended',
  ): Promise<FastifyReply> {
    const path = addressWithoutQuery(request.url);
    const form = request.method === 'POST' ? await typedInto(request) : null;
    const typed = form === null ? null : formOfNobody(path, form);
    if (typed !== null) return send(reply, typed, nobody, noToken);
    return reply.redirect(signInAddress(request.method === 'GET' ? request.url : path, why), 303);
  }
}
