import { KnownError } from '#/platform/errors.ts';
import type { AuthorityInStore, PublishedStore } from './published-store.ts';
import { nearestNames, simplified } from './nearest-names.ts';

/**
 * The authority a person means by a short name, a full name or, where there is only one, by none. What cannot be
 * answered comes back as the failure to tell, so that other things wrong with the request can be told with it.
 */
export async function authorityNamed(
  store: PublishedStore,
  typed?: string,
): Promise<AuthorityInStore | KnownError> {
  const authorities = await store.authorities();
  const [first] = authorities;
  if (first === undefined) {
    return new KnownError('nothing-imported', 'No official file with schools in it has been imported yet.', [
      'Import one: npx middletier import <files or folders>',
      'Or load the invented authority: npx middletier demonstration --load',
    ]);
  }
  if (typed === undefined) {
    if (authorities.length === 1) return first;
    return new KnownError(
      'usage',
      `The files imported have the schools of ${authorities.length} authorities.`,
      [`Say which with --authority: ${someOf(authorities.map(({ name }) => name))}`],
    );
  }
  const wanted = simplified(typed);
  const found = authorities.find(({ slug, name }) => slug === typed || simplified(name) === wanted);
  if (found !== undefined) return found;
  const near = nearestNames(
    typed,
    authorities.map(({ name }) => name),
  );
  return new KnownError(
    'authority-unknown',
    `No school of an authority called “${typed}” is in the files imported.`,
    [
      near.length > 0
        ? `Did you mean ${near.join(' or ')}?`
        : `There are: ${someOf(authorities.map(({ name }) => name))}`,
    ],
  );
}

/** The slug of the authority a person means; what names none as it stands. */
export async function slugNamed(store: PublishedStore, typed: string): Promise<string> {
  const found = await authorityNamed(store, typed);
  return found instanceof KnownError ? typed : found.slug;
}

/** Every name when they are few; the first dozen and how many more when not. */
function someOf(names: readonly string[]): string {
  const shown = names.length > 16 ? 12 : names.length;
  const more = names.length - shown;
  return names.slice(0, shown).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
