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

/** The sentence that turns off the refusal to serve confidential categories to a network without sign-in. */
export const openToEveryone = 'everyone-who-can-connect-reads-everything';

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

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** How each setting is read. Names are those of environment variables. */
export const shape = {
  MIDDLETIER_DATA: path.optional(),
  DATABASE_URL: databaseUrl.optional(),
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  MIDDLETIER_NO_SIGN_IN: z.literal(openToEveryone).optional(),
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
    name: 'MIDDLETIER_NO_SIGN_IN',
    meaning: 'Confirms that the site may be opened to a network although nobody signs in yet.',
    format: openToEveryone,
    usual: 'not confirmed: HOST must be this computer only',
    whatToDo: `Leave it out, or write the whole of it: ${openToEveryone}.`,
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
