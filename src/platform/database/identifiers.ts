const slugShape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const prefix = 'authority_';
/** PostgreSQL cuts names at 63 bytes without an error, and two authorities must never meet in one schema. */
const longestSlug = 63 - prefix.length;

/**
 * The schema of an authority: `bath-and-north-east-somerset` gives `authority_bath_and_north_east_somerset`. No two
 * slugs give the same schema, because a slug has no underscore. Throws on anything that is not a slug: the name goes
 * into statements that take no parameters.
 */
export function schemaOf(slug: string): string {
  if (!slugShape.test(slug) || slug.length > longestSlug) {
    throw new Error(`Not an authority's short name: ${JSON.stringify(slug)}`);
  }
  return prefix + slug.replaceAll('-', '_');
}

export function slugOf(schema: string): string {
  return schema.slice(prefix.length).replaceAll('_', '-');
}

/** The schema of what belongs to no authority: who signs in, and their sessions. No slug gives it. */
export const installationSchema = 'middletier';

/** Schemas of authorities, as a pattern for `like`. */
export const schemaPattern = `${prefix.replace('_', String.raw`\_`)}%`;

/** A name inside double quotes. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Text as a literal, for `SET LOCAL` and `CREATE ROLE`, which take no parameters. Control characters and backslashes
 * are refused, so that the literal means the same whatever `standard_conforming_strings` says.
 */
export function literal(text: string): string {
  if (/[\p{Cc}\\]/u.test(text) || text.length > 10_000) {
    throw new Error(`Not fit to be a literal: ${JSON.stringify(text.slice(0, 100))}`);
  }
  return `'${text.replaceAll("'", "''")}'`;
}
