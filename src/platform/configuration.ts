import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { KnownError } from './errors.ts';
import { isLoopback, openToEveryone, settings, shape, type SettingName } from './settings.ts';

/** The settings of this installation, read once by `main.ts`. */
export interface Configuration {
  /** Absolute path. */
  readonly dataFolder: string;
  /** `null`: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  readonly debug: boolean;
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
    ...openWithoutSignIn(given),
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
  // An address may hold a password: it is named, not repeated.
  const shown = name === 'DATABASE_URL' ? 'what it is set to' : `“${given[name] ?? ''}”`;
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

function openWithoutSignIn(given: Record<string, string | undefined>): string[] {
  const host = given['HOST'];
  if (host === undefined || isLoopback(host) || given['MIDDLETIER_NO_SIGN_IN'] === openToEveryone) return [];
  return [
    `HOST: ${host} can be reached from other computers, and nobody signs in yet: everyone who can connect would read the authority’s categories, which are confidential. ` +
      'Leave HOST out to serve this computer only (an SSH tunnel or a proxy with its own sign-in can stand in front), ' +
      `or, where that is what you want, also set MIDDLETIER_NO_SIGN_IN=${openToEveryone}.`,
  ];
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
