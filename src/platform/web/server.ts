import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import type { Permission, Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import type { Asset } from './assets.ts';
import { loadAssets } from './assets.ts';
import type { ErrorPage } from './error-page.ts';
import { bugPage, elsewherePage, knownErrorPage, notFoundPage } from './error-page.ts';
import { multipartLimits, withForm } from './form.ts';
import { refuseUnreadable } from './unreadable-request.ts';
import { keepPages, type DrawnPage } from './kept-pages.ts';
import type { PageRequest, PageResponse, Route } from './route.ts';
import { comesFromOwnPage } from './same-origin.ts';
import { hostIsAllowed, policyWithScript, securityHeaders } from './security.ts';
import { plainShell, shellView } from './shell.ts';
import { loadTemplates } from './templates.ts';

export interface ReadingEntry {
  readonly person: Person;
  readonly event: string;
  readonly path: string;
}

export interface ServerOptions {
  readonly routes: readonly Route[];
  /** Who is asking. */
  readonly person: () => Promise<Person>;
  /** The rule that says what a person may do: `may` of `src/people/rules/permissions.ts`. */
  readonly may: (person: Person, permission: Permission) => boolean;
  /**
   * Writes the reading log, and says what the person may see of the authority's records at that moment: a text that
   * changes whenever that does, or `null` for none. When it fails, the page is not shown.
   */
  readonly logReading: (entry: ReadingEntry) => Promise<string | null>;
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
  /** As `logReading` says it, without a reading. */
  readonly look: (person: Person, path: string) => Promise<string | null>;
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
        options.routes.flatMap((route) => (route.method === 'GET' ? (route.prepare?.() ?? []) : [])),
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
      handler: async (request, reply) => {
        const person = await options.person();
        return answer(route, person, request, reply);
      },
    });
  }
  server.setNotFoundHandler((_request, reply) => sendError(reply, notFoundPage));
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof KnownError) return sendError(reply, knownErrorPage(error));
    if (isUnreadableForm(error)) return sendError(reply, knownErrorPage(unreadableForm()));
    const reference = randomUUID().slice(0, 8);
    reportBug(error, reference);
    return sendError(reply, bugPage(reference));
  });
  return server;

  async function answer(
    route: Route,
    person: Person,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const params = request.params as Record<string, string>;
    if (Object.values(params).some(hasControlCharacter)) throw nothingAtThisAddress();
    if (!options.may(person, route.permission)) {
      throw new KnownError('not-permitted', `${person.name} may not open this page.`, [
        'Ask the person who runs Middle Tier for your authority whether you should be able to.',
      ]);
    }
    const path = request.url.split('?')[0] ?? '';
    const confidential = route.logs !== 'nothing confidential';
    const seen =
      route.logs === 'nothing confidential'
        ? null
        : await options.logReading({ person, event: route.logs.event, path });
    const asked: PageRequest = {
      person,
      may: (permission) => options.may(person, permission),
      path,
      params,
      query: everyValue(request.query as Record<string, string | string[]>),
    };
    if (route.method === 'POST') {
      return send(
        reply,
        await withForm(request, route.uploads, uploadFolder, (form) => route.handle({ ...asked, form })),
        person,
      );
    }
    const { keeping } = options;
    // Without records there is nothing that could be asked whether it changed.
    if (route.kept !== true || keeping === undefined || (confidential && seen === null))
      return send(reply, await route.handle(asked), person);
    const shows = (seenNow: string | null): string => JSON.stringify([seenNow, keeping.published()]);
    const page = await pages.page(
      { person, address: request.url, shows: shows(seen) },
      async () => draw(await route.handle(asked), person),
      async () => shows(confidential ? await keeping.look(person, path) : null),
    );
    return sendPage(reply, page);
  }

  function send(reply: FastifyReply, response: PageResponse, person: Person): FastifyReply {
    switch (response.kind) {
      case 'redirect':
        return reply.redirect(response.to, 303);
      case 'file':
        return reply
          .type(response.type)
          .header('content-disposition', `attachment; filename="${safeFileName(response.name)}"`)
          .send(response.body);
      case 'page':
        return sendPage(reply, draw(response, person));
    }
  }

  function draw(response: PageResponse, person: Person): DrawnPage {
    if (response.kind !== 'page') throw new Error(`A page that is kept is a page, not a ${response.kind}.`);
    const reader = {
      mayReadAnyCategory: options.may(person, 'read any category'),
      mayReadSupplied: options.may(person, 'read supplied files'),
    };
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
    const shell = shellView(plainShell, page.title, { mayReadAnyCategory: false, mayReadSupplied: false });
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
