import type { Reference } from '#/law/reference.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { MailSettings } from '#/platform/mail/open-mail.ts';
import type { ProviderSettings } from '#/platform/configuration.ts';
import type { Records } from '#/platform/database/records.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/**
 * What `main.ts` ties together and hands to every action, page and command. Stores are opened when first asked for,
 * once a process.
 */
export interface Parts {
  readonly dataFolder: string;
  readonly terminal: Terminal;
  readonly published: () => Promise<PublishedStore>;
  readonly records: () => Promise<Records>;
  readonly reference: () => Reference;
  /** Who types commands on this computer. Pages ask the gate instead. */
  readonly person: () => Promise<Person>;
  readonly site: Site;
  /** A mail address that people may write to. Left out: none is named. */
  readonly contact?: string | null;
  /** By which server mails are sent. Left out: none are. */
  readonly mail?: MailSettings | null;
  readonly today: () => IsoDate;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** Where the site is, for whoever is sent a link, and who signs people in beside it. */
export interface Site {
  /** As people type it, without a path: `https://middletier.example.gov.uk`. */
  readonly address: string;
  readonly provider: ProviderSettings | null;
}
