import { createTransport } from 'nodemailer';
import { isLoopback } from '#/platform/settings.ts';

/** How mails leave this installation. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password where the server wants them: never shown, and never logged. */
  readonly url: string;
  /** The address they come from. */
  readonly from: string;
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text: nothing in it is fetched when it is opened. */
  readonly text: string;
}

/**
 * What came of sending. `refused`: for good, whatever is tried. `failed`: later it may go. `no server`: nothing goes now, this
 * mail or another. The words are codes, such as `EAUTH 535`.
 */
export type Delivery =
  { readonly is: 'sent' } | { readonly is: 'refused' | 'failed' | 'no server'; readonly words: string };

/** A mail server that is spoken to. */
export interface MailServer {
  readonly send: (letter: Letter) => Promise<Delivery>;
  readonly close: () => void;
}

const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/**
 * Opens the way to a mail server: one connection, used again. Nothing crosses a network that is not encrypted: where the
 * address is `smtp://` the server has to offer STARTTLS, except on this computer.
 */
export function openMail({ url, from }: MailSettings): MailServer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    ...patience,
    pool: true,
    maxConnections: 1,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isLoopback(hostname),
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  return {
    send: async ({ to, subject, text }) => {
      try {
        await transport.sendMail({
          from: { name: 'Middle Tier', address: from },
          to: { name: '', address: to },
          subject,
          text,
          // Out-of-office answers to what no person wrote help nobody (RFC 3834, section 5).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { is: 'sent' };
      } catch (error) {
        return deliveryOf(error);
      }
    },
    close: () => {
      transport.close();
    },
  };
}

/** With these no mail at all goes: the server cannot be found, reached or trusted, or does not know us. */
const noServer =
  /^(?:ECONNECTION|ETIMEDOUT|EDNS|ESOCKET|ETLS|EREQUIRETLS|EAUTH|ENOAUTH|EOAUTH2|EPROTOCOL|ECONFIG|EPROXY)$/;

/** What a failure to send means for a mail, by its codes; a failure that is none of the server’s is a bug, and thrown. */
export function deliveryOf(error: unknown): Delivery {
  const { code, responseCode } = (error ?? {}) as {
    readonly code?: unknown;
    readonly responseCode?: unknown;
  };
  if (typeof code !== 'string') throw error;
  const answered = typeof responseCode === 'number' && responseCode > 0 ? responseCode : null;
  const words = answered === null ? code : `${code} ${String(answered)}`;
  if (noServer.test(code)) return { is: 'no server', words };
  return { is: answered !== null && answered >= 500 ? 'refused' : 'failed', words };
}
