import type { FastifyReply } from 'fastify';
import type { Assets } from './assets.ts';
import type { ErrorPage } from './error-page.ts';
import type { DrawnPage } from './kept-pages.ts';
import type { PageResponse } from './route.ts';
import { forgetEverything, policyWithScript, securityHeaders } from './security.ts';
import { safeFileName } from './send-asset.ts';
import { cookiesOf } from './session-cookie.ts';
import { nobody, plainShell, shellView, type Reader } from './shell.ts';
import type { Render } from './templates.ts';
import type { TypedAgain } from './typed-again.ts';

/** Where the forms of a page have their tokens from; `null` where nobody has signed in. */
export type FormToken = () => string | null;

export const noToken: FormToken = () => null;

/** What was typed into the form that failed, and where a new token for it comes from. */
export interface TypedBefore {
  readonly again: TypedAgain | null;
  readonly formToken: FormToken;
}

/** How whatever a route says becomes an answer. */
export interface Answers {
  readonly send: (
    reply: FastifyReply,
    response: PageResponse,
    reader: Reader,
    formToken: FormToken,
  ) => FastifyReply;
  readonly draw: (response: PageResponse, reader: Reader, formToken: FormToken) => DrawnPage;
  readonly sendPage: (reply: FastifyReply, page: DrawnPage) => FastifyReply;
  /** Around it what the reader may open all the same; left out where nobody is known to have asked. */
  readonly sendError: (
    reply: FastifyReply,
    page: ErrorPage,
    reader?: Reader,
    typed?: TypedBefore,
  ) => FastifyReply;
}

interface Needed {
  readonly assets: Assets;
  readonly render: Render;
  /** The site's own address begins with https. */
  readonly secure: boolean;
  readonly reportBug: (error: unknown, reference: string) => void;
}

export function openAnswers({ assets, render, secure, reportBug }: Needed): Answers {
  const draw: Answers['draw'] = (response, reader, formToken) => {
    if (response.kind !== 'page') throw new Error(`A page that is kept is a page, not a ${response.kind}.`);
    for (const { error, reference } of response.faults ?? []) reportBug(error, reference);
    const shell = shellView(response.shell, response.title, reader);
    const script = response.script === undefined ? null : assets.scripts[response.script];
    const { refreshAfter, status = 200 } = response;
    return {
      body: Buffer.from(render(response.template, { ...response.view, shell, script }, formToken)),
      status,
      headers: {
        ...(script === null ? {} : { 'content-security-policy': policyWithScript }),
        ...(refreshAfter === undefined ? {} : { refresh: refreshAfter }),
      },
      mayBeKept: status === 200 && refreshAfter === undefined,
    };
  };

  const sendPage: Answers['sendPage'] = (reply, { status, headers, body }) =>
    reply.status(status).headers(headers).type('text/html; charset=utf-8').send(body);

  return {
    draw,
    sendPage,
    send: (reply, response, reader, formToken) => {
      switch (response.kind) {
        case 'redirect':
          for (const cookie of cookiesOf(response, secure)) reply.header('set-cookie', cookie);
          if (response.session === 'ended') reply.header('clear-site-data', forgetEverything);
          return reply.redirect(response.to, 303);
        case 'file':
          return reply
            .type(response.type)
            .header('content-disposition', `attachment; filename="${safeFileName(response.name)}"`)
            .send(response.body);
        case 'page':
          return sendPage(reply, draw(response, reader, formToken));
      }
    },
    sendError: (reply, page, reader = nobody, typed = { again: null, formToken: noToken }) => {
      const shell = shellView(plainShell, page.title, reader);
      if (page.retryAfter !== undefined) reply.header('retry-after', page.retryAfter);
      return (
        reply
          .status(page.status)
          // Also where the framework itself refuses, before any header is set.
          .headers(securityHeaders(secure))
          .type('text/html; charset=utf-8')
          .send(
            render('platform/web/templates/error.njk', { shell, page, again: typed.again }, typed.formToken),
          )
      );
    },
  };
}
