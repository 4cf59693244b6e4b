import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import { may } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import type { Asset } from './assets.ts';
import { loadAssets } from './assets.ts';
import type { ErrorPage } from './error-page.ts';
import { bugPage, elsewherePage, knownErrorPage, notFoundPage } from './error-page.ts';
import { multipartLimits, withForm } from './form.ts';
import { refuseUnreadable } from './unreadable-request.ts';
import { keepPages, type DrawnPage } from './kept-pages.ts';
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
import { sessionCookie, sessionToken } from './session-cookie.ts';
import { comesFromOwnPage } from './same-origin.ts';
import { hostIsAllowed, policyWithScript, securityHeaders } from './security.ts';
import { signInAddress } from './addresses.ts';
import { nobody, plainShell, shellView, type Reader } from './shell.ts';
import { loadTemplates } from './templates.ts';

export interface ServerOptions {
  readonly routes: readonly Route[];
  /** Who may come in, and what they may see. */
  readonly gate: Gate;
  /** Left out: no page is kept. */
  readonly keeping?: Keeping;
  /** The address the server is bound to: decides which Host headers are answered. */
  readonly host?: string;
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

/** Of about 80 kB each. */
const bytesOfPagesKept = 128 << 20;

/** The site: each route's permission is checked, its reading logged, and only then is it handled. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { host = '127.0.0.1', reportBug = reportToStandardError } = options;
  const { uploadFolder = join(tmpdir(), 'middletier-uploads') } = options;
  const assets = loadAssets();
  const pages = keepPages(bytesOfPagesKept);
  const render = loadTemplates({ stylesheet: assets.stylesheet, icon: assets.icon });
  const server = fastify({
    logger: false,
    routerOptions: { ignoreTrailingSlash: true },
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (_error, _request, reply) => {
      sendError(reply, notFoundPage);
    },
  });

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    if (!hostIsAllowed(host, request.headers.host)) {
      await reply
        .status(421)
        .type('text/plain; charset=utf-8')
        .send('Middle Tier answers here only to http://localhost or http://127.0.0.1. Use one of them.\n');
    }
  });
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
    const asset = assets.byAddress.get(request.url.split('?')[0] ?? '');
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
  server.setNotFoundHandler((_request, reply) => sendError(reply, notFoundPage));
  server.setErrorHandler((error, request, reply) => {
    if (error instanceof KnownError && error.code === 'signed-out')
      return reply.redirect(signInAddress(request.url, 'ended'), 303);
    if (error instanceof KnownError) return sendError(reply, knownErrorPage(error));
    if (isUnreadableForm(error)) return sendError(reply, knownErrorPage(unreadableForm()));
    const reference = randomUUID().slice(0, 8);
    reportBug(error, reference);
    return sendError(reply, bugPage(reference));
  });
  return server;

  async function answer(
    route: GuardedRoute,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const params = paramsOf(request);
    const path = request.url.split('?')[0] ?? '';
    const token = sessionToken(request.headers.cookie);
    const signedIn = token === null ? null : await options.gate.signedIn(token);
    if (signedIn === null)
      return reply.redirect(signInAddress(request.method === 'GET' ? request.url : path), 303);
    const event = route.logs === 'nothing confidential' ? null : route.logs.event;
    const authority = params['authority'] ?? null;
    const { permission } = route;
    const { person, seen } = await options.gate.admit({ signedIn, path, authority, permission, event });
    const asked: PageRequest = {
      person,
      may: (one) => may(person, one),
      path,
      params,
      query: everyValue(request.query as Record<string, string | string[]>),
    };
    const reader: Reader = { name: person.name, may: asked.may };
    if (route.method === 'POST') {
      return send(
        reply,
        await withForm(request, route.uploads, uploadFolder, (form) => route.handle({ ...asked, form })),
        reader,
      );
    }
    const { keeping } = options;
    if (route.kept !== true || keeping === undefined) return send(reply, await route.handle(asked), reader);
    const shows = (seenNow: string | null): string => JSON.stringify([seenNow, keeping.published()]);
    const page = await pages.page(
      { person, address: request.url, shows: shows(seen) },
      async () => draw(await route.handle(asked), reader),
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
    const token = sessionToken(request.headers.cookie);
    const asked: OpenRequest = {
      signedIn: token === null ? null : await options.gate.signedIn(token),
      token,
      from: request.ip,
      path: request.url.split('?')[0] ?? '',
      params: paramsOf(request),
      query: everyValue(request.query as Record<string, string | string[]>),
    };
    const response =
      route.method === 'GET'
        ? await route.handle(asked)
        : await withForm(request, undefined, uploadFolder, (form) => route.handle({ ...asked, form }));
    return send(reply, response, nobody);
  }

  function send(reply: FastifyReply, response: PageResponse, reader: Reader): FastifyReply {
    switch (response.kind) {
      case 'redirect':
        if (response.session !== undefined) reply.header('set-cookie', sessionCookie(response.session));
        return reply.redirect(response.to, 303);
      case 'file':
        return reply
          .type(response.type)
          .header('content-disposition', `attachment; filename="${safeFileName(response.name)}"`)
          .send(response.body);
      case 'page':
        return sendPage(reply, draw(response, reader));
    }
  }

  function draw(response: PageResponse, reader: Reader): DrawnPage {
    if (response.kind !== 'page') throw new Error(`A page that is kept is a page, not a ${response.kind}.`);
    const shell = shellView(response.shell, response.title, reader);
    const script = response.script === undefined ? null : assets.scripts[response.script];
    const { refreshAfter, status = 200 } = response;
    return {
      body: Buffer.from(render(response.template, { ...response.view, shell, script })),
      status,
      headers: {
        ...(script === null ? {} : { 'content-security-policy': policyWithScript }),
        ...(refreshAfter === undefined ? {} : { refresh: refreshAfter }),
      },
      mayBeKept: status === 200 && refreshAfter === undefined,
    };
  }

  function sendPage(reply: FastifyReply, { status, headers, body }: DrawnPage): FastifyReply {
    return reply.status(status).headers(headers).type('text/html; charset=utf-8').send(body);
  }

  function sendError(reply: FastifyReply, page: ErrorPage): FastifyReply {
    const shell = shellView(plainShell, page.title, nobody);
    return reply
      .status(page.status)
      .headers(securityHeaders)
      .type('text/html; charset=utf-8')
      .send(render('platform/web/templates/error.njk', { shell, page }));
  }
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  const accepted = request.headers['accept-encoding'] ?? '';
  const coding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
  if (coding !== null) reply.header('content-encoding', coding);
  return reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .type(asset.type)
    .send(coding === 'br' ? asset.brotli : coding === 'gzip' ? asset.gzip : asset.body);
}

function paramsOf(request: FastifyRequest): Record<string, string> {
  const params = request.params as Record<string, string>;
  if (Object.values(params).some(hasControlCharacter)) throw nothingAtThisAddress();
  return params;
}

function everyValue(query: Readonly<Record<string, string | string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      (typeof value === 'string' ? [value] : value).map((one) => one.replaceAll(/\p{Cc}/gu, ' ')),
    ]),
  );
}

/** No name or number has one, and a database refuses some of them. */
function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function nothingAtThisAddress(): KnownError {
  return new KnownError('not-found', 'There is nothing at this address.', notFoundPage.whatToDo);
}

/** A body of a kind that no form has, or larger than one: the framework refuses it before anyone asks. */
function isUnreadableForm(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('FST_ERR_CTP_');
}

function unreadableForm(): KnownError {
  return new KnownError('usage', 'What was sent is not a form of this site.', [
    'Send the form of the page itself.',
  ]);
}

/** Quotes and line ends would end the header early. */
function safeFileName(name: string): string {
  return name.replaceAll(/[^\w .-]/g, '-');
}

function reportToStandardError(error: unknown, reference: string): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Bug ${reference}: ${detail}\n`);
}
