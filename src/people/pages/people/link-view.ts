import type { SetUpLink } from '#/people/actions/set-up-links.ts';
import { momentInWords } from '#/platform/web/words.ts';

/** A link to set a password with, whole: it is shown once. */
export function linkView(
  { name, path, until }: SetUpLink & { readonly name: string },
  site: string,
  back: string,
) {
  return { name, address: `${site}${path}`, until: momentInWords(until), back };
}
