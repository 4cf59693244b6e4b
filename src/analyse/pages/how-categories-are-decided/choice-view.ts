import type { SchemeOfAuthority } from '#/analyse/actions/read-scheme.ts';
import {
  forecastChoicesAddress,
  schemeAddress,
  schemeDocumentAddress,
  tryAddress,
  withQuery,
} from '#/platform/web/addresses.ts';
import { dateInWords } from '#/platform/web/words.ts';

/** Whether this is the scheme in use, by whose decision, and which others could be looked at. */
export function choiceView(
  { authority, scheme, schemes, inUse, adopted }: Omit<SchemeOfAuthority, 'conditions' | 'printed'>,
  mayTry: boolean,
) {
  const { slug } = authority;
  const because =
    adopted === null
      ? `${authority.name} has adopted no scheme, so it is the usual one.`
      : `Adopted by ${adopted.by} on ${dateInWords(adopted.at)}: ${adopted.why}.`.replace(/\.\.$/, '.');
  return {
    use:
      scheme.id === inUse.id
        ? `The next analysis of ${authority.name} uses it. ${because}`
        : `The next analysis of ${authority.name} uses another one, ${inUse.title}.`,
    forecastAddress: forecastChoicesAddress(slug),
    documentAddress: withQuery(schemeDocumentAddress(slug), { scheme: [scheme.id] }),
    tryAddress: mayTry ? tryAddress(slug) : null,
    others: schemes
      .filter(({ id }) => id !== scheme.id)
      .map(({ id, title }) => ({ title, href: withQuery(schemeAddress(slug), { scheme: [id] }) })),
  };
}
