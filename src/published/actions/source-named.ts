import { KnownError } from '#/platform/errors.ts';
import type { Source } from '#/published/source.ts';

/** The one source whose identity begins like this. Throws `KnownError('not-found')` when there is none, or more. */
export function sourceNamed(sources: readonly Source[], id: string): Source {
  const asked = id.trim().toLowerCase();
  const found = sources.filter((source) => asked !== '' && source.id.startsWith(asked));
  const [source] = found;
  if (source === undefined || found.length > 1) {
    throw new KnownError(
      'not-found',
      found.length > 1
        ? `“${id}” is the beginning of ${found.length} sources.`
        : `There is no source “${id}”.`,
      [
        sources.length === 0
          ? 'Nothing is imported. Begin with: npx middletier import <files or folders>'
          : found.length > 1
            ? 'Give more of it: `npx middletier sources` lists them.'
            : 'Give its first digits as they stand there: `npx middletier sources` lists them.',
      ],
    );
  }
  return source;
}
