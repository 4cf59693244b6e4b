import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

/** One setting: the table that validates it is the table that `--help` prints and the documentation is made from. */
export interface Setting {
  readonly name: string;
  readonly meaning: string;
  /** What a value looks like, in words. */
  readonly format: string;
  /** What holds when it is not set, in words. */
  readonly usual: string;
  /** What to do when the value cannot be used. */
  readonly whatToDo: string;
}

const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/;

/** Whether an address is reached from this computer only. */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

const path = z
  .string()
  .trim()
  .min(1)
  .transform((value) => resolve(value.startsWith('~/') ? value.replace('~', homedir()) : value));

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

const host = z.string().regex(/^[A-Za-z0-9.:-]+$/);

/** Where the site is, and nothing after it. */
const address = z
  .url({ protocol: /^https?$/ })
  .refine((value) => {
    if (!URL.canParse(value)) return false;
    const { pathname, search, hash, username } = new URL(value);
    return pathname === '/' && search === '' && hash === '' && username === '';
  })
  .transform((value) => new URL(value).origin);

/** IP addresses and ranges of them. */
const proxies = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .refine((all) => all.every(isAddressOrRange));

/** Over https; on this computer, to try it out, also without. */
const issuer = z
  .url({ protocol: /^https?$/ })
  .refine(
    (value) => /^https:/i.test(value) || isLoopback(URL.canParse(value) ? new URL(value).hostname : ''),
  );

const words = z.string().trim().min(1).max(60);

/** A server, with name and password where it wants them, and nothing after it. */
const mailServer = z.url({ protocol: /^smtps?$/ }).refine((value) => {
  if (!URL.canParse(value)) return false;
  const { hostname, pathname, search, hash } = new URL(value);
  return hostname !== '' && ['', '/'].includes(pathname) && search === '' && hash === '';
});

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });

function isAddressOrRange(text: string): boolean {
  const [ip = '', bits, ...more] = text.split('/');
  const most = isIP(ip) === 4 ? 32 : 128;
  return (
    isIP(ip) !== 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}

/** How each setting is read. Names are those of environment variables. */
export const shape = {
  MIDDLETIER_DATA: path.optional(),
  DATABASE_URL: databaseUrl.optional(),
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  MIDDLETIER_ADDRESS: address.optional(),
  MIDDLETIER_PROXY: proxies.optional(),
  MIDDLETIER_OPENID_ISSUER: issuer.optional(),
  MIDDLETIER_OPENID_CLIENT: z.string().trim().min(1).optional(),
  MIDDLETIER_OPENID_SECRET: z.string().trim().min(1).optional(),
  MIDDLETIER_OPENID_SECRET_FILE: path.optional(),
  MIDDLETIER_OPENID_BUTTON: words.optional(),
  MIDDLETIER_OPENID_MAIL: z
    .string()
    .regex(/^[A-Za-z0-9_.:/-]{1,100}$/)
    .default('email'),
  MIDDLETIER_OPENID_MAIL_IS: z.enum(['told', 'given']).default('told'),
  MIDDLETIER_MAIL: mailServer.optional(),
  MIDDLETIER_MAIL_FROM: z.email().optional(),
  MIDDLETIER_CONTACT: z.email().optional(),
  MIDDLETIER_LIMITS: z.enum(['usual', 'none']).default('usual'),
  MIDDLETIER_DEBUG: z.enum(['0', '1']).default('0'),
  MIDDLETIER_SHARED: path.optional(),
} as const;

export type SettingName = keyof typeof shape;

/** Every setting, in the order a person meets them. */
export const settings: readonly (Setting & { readonly name: SettingName })[] = [
  {
    name: 'MIDDLETIER_DATA',
    meaning: 'The data folder: imported files and, unless DATABASE_URL is set, the authority’s records.',
    format: 'a folder',
    usual: './data in the folder Middle Tier is installed in',
    whatToDo: 'Give the path of a folder, for example /srv/middletier.',
  },
  {
    name: 'DATABASE_URL',
    meaning: 'A PostgreSQL server of your own for the records, instead of the embedded one.',
    format: 'postgresql://user:password@host:5432/database',
    usual: 'the embedded PostgreSQL, in the data folder',
    whatToDo:
      'Give an address such as postgresql://middletier:secret@db.example.org:5432/middletier, or leave it out.',
  },
  {
    name: 'PORT',
    meaning: 'The port of the site.',
    format: 'a whole number from 0 to 65535; 0 takes any free port',
    usual: '3000',
    whatToDo: 'Give a whole number from 0 to 65535, for example PORT=8080.',
  },
  {
    name: 'HOST',
    meaning: 'The address the site listens on.',
    format: 'an address or a host name',
    usual: '127.0.0.1: this computer only',
    whatToDo: 'Give an address of this computer, for example 127.0.0.1.',
  },
  {
    name: 'MIDDLETIER_ADDRESS',
    meaning:
      'The site’s own address, as people type it: for links, for the provider that signs people in, and for cookies that are sent over https only. Needed where HOST can be reached from other computers.',
    format: 'https:// and a host name, nothing after it',
    usual: 'http://localhost and PORT: this computer only',
    whatToDo:
      'Give the address that people type, for example https://middletier.example.gov.uk; http:// only where nothing confidential is read.',
  },
  {
    name: 'MIDDLETIER_PROXY',
    meaning:
      'The proxies in front of the site. What they say of where a request came from (X-Forwarded-For) is believed, and nobody else: without it whoever guesses passwords behind a proxy slows down everybody.',
    format: 'IP addresses or ranges, with commas between them',
    usual: 'no proxy: a request came from where it came from',
    whatToDo: 'Give the addresses of your own proxies, for example 10.0.0.5 or 10.0.0.0/24,::1.',
  },
  {
    name: 'MIDDLETIER_OPENID_ISSUER',
    meaning: 'Who signs people in, beside passwords kept here: the issuer of an OpenID Connect provider.',
    format: 'the issuer’s https address, exactly as the provider writes it',
    usual: 'people sign in with a password of their own',
    whatToDo:
      'Give the issuer, for example https://login.microsoftonline.com/TENANT/v2.0 or https://oidc.signin.education.gov.uk.',
  },
  {
    name: 'MIDDLETIER_OPENID_CLIENT',
    meaning: 'What Middle Tier is called at the provider: its client or application identity.',
    format: 'as the provider gave it',
    usual: 'none',
    whatToDo: 'Give it as the provider shows it where Middle Tier was registered.',
  },
  {
    name: 'MIDDLETIER_OPENID_SECRET',
    meaning: 'The secret the provider gave to Middle Tier. A file is safer: MIDDLETIER_OPENID_SECRET_FILE.',
    format: 'as the provider gave it',
    usual: 'none',
    whatToDo: 'Give it as the provider showed it, or leave it out and name the file that holds it.',
  },
  {
    name: 'MIDDLETIER_OPENID_SECRET_FILE',
    meaning: 'A file that holds the secret of the provider and nothing else.',
    format: 'a file',
    usual: 'none',
    whatToDo: 'Give the path of a file that Middle Tier may read, for example /etc/middletier/secret.',
  },
  {
    name: 'MIDDLETIER_OPENID_BUTTON',
    meaning: 'What the link to the provider says.',
    format: 'up to 60 characters',
    usual: 'Sign in with your organisation’s account',
    whatToDo: 'Give a few words, for example “Sign in with DfE Sign-in”.',
  },
  {
    name: 'MIDDLETIER_OPENID_MAIL',
    meaning:
      'What the provider calls a person’s mail address: their invitation is found by it at their first sign-in.',
    format: 'the name of a claim',
    usual: 'email',
    whatToDo: 'Give the name of the claim, for example email or preferred_username.',
  },
  {
    name: 'MIDDLETIER_OPENID_MAIL_IS',
    meaning:
      'Whether mail addresses are told to the provider by people (then only those are believed that it says it has verified) or given out by it (as those of a directory of your own organisation are).',
    format: 'told or given',
    usual: 'told: only verified addresses are believed',
    whatToDo: 'Give told; or given, where nobody but your organisation decides what an address in it is.',
  },
  {
    name: 'MIDDLETIER_MAIL',
    meaning:
      'The mail server by which people are told that something waits for them. A mail never says of which school, or what: that stands behind a link and signing in.',
    format: 'smtps://name:password@host:465, or smtp:// where the server offers STARTTLS',
    usual: 'nothing is sent; mails wait where administrators see them, and are dropped after three days',
    whatToDo:
      'Give the address of your mail server, for example smtps://middletier:secret@mail.example.gov.uk:465, or leave it out.',
  },
  {
    name: 'MIDDLETIER_MAIL_FROM',
    meaning: 'The address that mails come from.',
    format: 'a mail address',
    usual: 'none; needed where MIDDLETIER_MAIL is set',
    whatToDo: 'Give an address of your own, for example middletier@example.gov.uk.',
  },
  {
    name: 'MIDDLETIER_CONTACT',
    meaning:
      'Whom people write to who cannot use a page, ask what is kept about them, or have found a weakness: named on /accessibility and /privacy, and in /.well-known/security.txt.',
    format: 'a mail address',
    usual: 'none: people are told to ask their authority’s administrator, and there is no security.txt',
    whatToDo: 'Give a mail address that is read, for example middletier@example.gov.uk.',
  },
  {
    name: 'MIDDLETIER_LIMITS',
    meaning:
      'How much one session and one address may ask for: as much as people do, or, for measuring how fast the site is, anything.',
    format: 'usual or none',
    usual: 'usual',
    whatToDo: 'Leave it out; or give none while you measure.',
  },
  {
    name: 'MIDDLETIER_DEBUG',
    meaning: 'Shows where in the program a bug happened.',
    format: '0 or 1',
    usual: '0',
    whatToDo: 'Give 1 to show it, 0 not to.',
  },
  {
    name: 'MIDDLETIER_SHARED',
    meaning: 'For the project’s own tests: the folder of real public files they read.',
    format: 'a folder',
    usual: '../shared beside the project; tests that need it are skipped without it',
    whatToDo: 'Give the path of a folder.',
  },
];
