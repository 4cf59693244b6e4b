import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { KnownError } from './errors.ts';
import type { MailSettings } from './mail/open-mail.ts';
import { isLoopback, settings, shape, type SettingName } from './settings.ts';

/** The settings of this installation, read once by `main.ts`. */
export interface Configuration {
  /** Absolute path. */
  readonly dataFolder: string;
  /** `null`: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** The site's own address as others reach it, without a path; `null`: this computer only. */
  readonly address: string | null;
  /** IP addresses and ranges of the proxies in front. */
  readonly proxies: readonly string[];
  /** Who signs people in, beside passwords; `null`: nobody. */
  readonly provider: ProviderSettings | null;
  /** By which server mails are sent, and from whom; `null`: none are sent. */
  readonly mail: MailSettings | null;
  /** A mail address that people may write to; `null`: none is named. */
  readonly contact: string | null;
  /** `false`: one reader may ask for anything. */
  readonly limited: boolean;
  readonly debug: boolean;
}

/** An OpenID Connect provider. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly client: string;
  /** `null`: a client without a secret. */
  readonly secret: string | null;
  /** What the link to it says. */
  readonly button: string;
  /** The claim that is the mail address. */
  readonly mailClaim: string;
  /** `told`: an address counts only where the provider says that it verified it. `given`: it gives them out itself. */
  readonly mailIs: 'told' | 'given';
}

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads the settings from environment variables.
 *
 * @throws KnownError `configuration-invalid` that lists every problem at once, each with what to do.
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(
    // A variable that is set to nothing is not set: that is how people unset one in a service's file.
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = z.object(shape).safeParse(given);
  const problems = [
    ...(result.success ? [] : settings.flatMap((setting) => problemWith(setting.name, given, result.error))),
    ...unknownNames(Object.keys(given)),
    ...withoutAddress(given),
    ...(result.success ? [...providerProblems(result.data), ...mailProblems(result.data)] : []),
  ];
  if (!result.success || problems.length > 0) {
    throw new KnownError(
      'configuration-invalid',
      `${problems.length === 1 ? 'One setting' : `${problems.length} settings`} cannot be used.`,
      problems,
    );
  }
  const { data } = result;
  return {
    dataFolder: data.MIDDLETIER_DATA ?? join(resolve(projectFolder), 'data'),
    databaseUrl: data.DATABASE_URL ?? null,
    port: data.PORT,
    host: data.HOST,
    address: data.MIDDLETIER_ADDRESS ?? null,
    proxies: data.MIDDLETIER_PROXY ?? [],
    provider: providerOf(data),
    mail: mailOf(data),
    contact: data.MIDDLETIER_CONTACT ?? null,
    limited: data.MIDDLETIER_LIMITS === 'usual',
    debug: data.MIDDLETIER_DEBUG === '1',
  };
}

function problemWith(
  name: SettingName,
  given: Record<string, string | undefined>,
  error: z.ZodError,
): string[] {
  if (!error.issues.some((issue) => issue.path[0] === name)) return [];
  const setting = settings.find((each) => each.name === name);
  // An address may hold a password: it is named, not repeated. Neither is a secret.
  const value = given[name] ?? '';
  const secret =
    ['DATABASE_URL', 'MIDDLETIER_OPENID_SECRET', 'MIDDLETIER_MAIL'].includes(name) || value.includes('@');
  const shown = secret ? 'what it is set to' : `“${value}”`;
  return [`${name}: ${shown} is not ${setting?.format ?? 'valid'}. ${setting?.whatToDo ?? ''}`];
}

/** A misspelt setting would silently leave the usual value in place. */
function unknownNames(names: readonly string[]): string[] {
  const known = settings.map(({ name }) => name);
  return names
    .filter((name) => name.startsWith('MIDDLETIER_') && !known.some((each) => each === name))
    .map(
      (name) =>
        `${name}: there is no such setting. Did you mean ${nearest(name, known)}? Otherwise remove it.`,
    );
}

/** Passwords and categories in confidence cross a network only to an address that people know and, over https, can trust. */
function withoutAddress(given: Record<string, string | undefined>): string[] {
  const host = given['HOST'];
  if (host === undefined || isLoopback(host) || given['MIDDLETIER_ADDRESS'] !== undefined) return [];
  return [
    `HOST: ${host} can be reached from other computers, and what is read there is confidential. ` +
      'Give MIDDLETIER_ADDRESS too: the https address under which a proxy with a certificate answers, for example https://middletier.example.gov.uk; ' +
      'or leave HOST out to serve this computer only.',
  ];
}

type Read = z.infer<z.ZodObject<typeof shape>>;

/** What belongs to a provider, and is missing or too much. */
function providerProblems(data: Read): string[] {
  const secrets = [data.MIDDLETIER_OPENID_SECRET, data.MIDDLETIER_OPENID_SECRET_FILE];
  const issuer = data.MIDDLETIER_OPENID_ISSUER;
  if (issuer === undefined) {
    return [data.MIDDLETIER_OPENID_CLIENT, ...secrets].every((one) => one === undefined)
      ? []
      : [
          'MIDDLETIER_OPENID_ISSUER: it is not set, and without it nobody signs in by the provider. Give the issuer.',
        ];
  }
  return [
    ...(isOfEveryTenant(issuer)
      ? [
          'MIDDLETIER_OPENID_ISSUER: with it anybody’s tenant of Microsoft Entra could say that somebody has an address of yours. Give the issuer of your own: https://login.microsoftonline.com/TENANT-ID/v2.0.',
        ]
      : []),
    ...(data.MIDDLETIER_OPENID_CLIENT === undefined
      ? ['MIDDLETIER_OPENID_CLIENT: it is not set. Give what Middle Tier is called at the provider.']
      : []),
    ...(secrets.every((one) => one !== undefined)
      ? ['MIDDLETIER_OPENID_SECRET: there is a file for it too. Leave one of the two out.']
      : []),
    ...(secretIn(data.MIDDLETIER_OPENID_SECRET_FILE) === ''
      ? ['MIDDLETIER_OPENID_SECRET_FILE: no secret can be read there. Give a file that Middle Tier may read.']
      : []),
  ];
}

/** What belongs to sending mail, and is missing: a link in a mail has to lead here from anywhere. */
function mailProblems(data: Read): string[] {
  const { MIDDLETIER_MAIL: server, MIDDLETIER_MAIL_FROM: from, MIDDLETIER_ADDRESS: site } = data;
  if (server === undefined) {
    return from === undefined
      ? []
      : [
          'MIDDLETIER_MAIL: it is not set, and without it nothing is sent. Give the address of a mail server.',
        ];
  }
  return [
    ...(from === undefined
      ? ['MIDDLETIER_MAIL_FROM: it is not set. Give the address that mails come from.']
      : []),
    ...(site === undefined
      ? [
          'MIDDLETIER_ADDRESS: it is not set, and links in mails would lead nowhere. Give the address that people type.',
        ]
      : []),
  ];
}

function mailOf({ MIDDLETIER_MAIL: url, MIDDLETIER_MAIL_FROM: from }: Read): MailSettings | null {
  return url === undefined || from === undefined ? null : { url, from };
}

/** The names under which Microsoft Entra signs in people of any tenant, each of which says what addresses they have. */
function isOfEveryTenant(issuer: string): boolean {
  const { hostname, pathname } = new URL(issuer);
  return (
    /(?:^|\.)(?:microsoftonline\.(?:com|us)|windows\.net|partner\.microsoftonline\.cn)$/.test(hostname) &&
    /^\/+(?:common|organizations|consumers)(?:\/|$)/i.test(pathname)
  );
}

function providerOf(data: Read): ProviderSettings | null {
  const { MIDDLETIER_OPENID_ISSUER: issuer, MIDDLETIER_OPENID_CLIENT: client } = data;
  if (issuer === undefined || client === undefined) return null;
  return {
    issuer,
    client,
    secret: data.MIDDLETIER_OPENID_SECRET ?? secretIn(data.MIDDLETIER_OPENID_SECRET_FILE),
    button: data.MIDDLETIER_OPENID_BUTTON ?? 'Sign in with your organisation’s account',
    mailClaim: data.MIDDLETIER_OPENID_MAIL,
    mailIs: data.MIDDLETIER_OPENID_MAIL_IS,
  };
}

/** `null` without a file; '' where none can be read in it. */
function secretIn(file: string | undefined): string | null {
  if (file === undefined) return null;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function nearest(word: string, known: readonly string[]): string {
  return [...known].sort((a, b) => editDistance(word, a) - editDistance(word, b))[0] ?? '';
}

/** Letters to add, drop or change to make one word the other (Levenshtein 1966). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(from).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(to).entries()) {
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
