import type { OnePaperRead } from '#/papers/actions/papers.ts';
import { tellDifferences } from '#/papers/actions/tell-paper.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { paperAddress, paperVersionsAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords, momentInWords, plural, sentence } from '#/platform/web/words.ts';

/** Which two versions: by the address; where it does not say, the newest and the one before it. */
export function versionsAsked(
  { versions }: OnePaperRead,
  query: Readonly<Record<string, readonly string[]>>,
): { readonly was: number; readonly is: number } {
  const numbers = versions.map(({ number }) => number);
  const asked = (name: string, otherwise: number | undefined): number =>
    numbers.find((one) => String(one) === query[name]?.[0]) ?? otherwise ?? 0;
  const is = asked('with', numbers.at(-1));
  return { is, was: asked('of', numbers.findLast((one) => one < is) ?? is) };
}

/** What two versions say differently, field by field. */
export function versionsView(read: OnePaperRead, { was, is }: ReturnType<typeof versionsAsked>) {
  const { authority, school, paper, versions } = read;
  const at = [authority.slug, paper.urn, paper.id] as const;
  const before = versions.find(({ number }) => number === was);
  const now = versions.find(({ number }) => number === is);
  const day = (about: string | null = null) => (about === null ? [] : [dateInWords(about)]);
  const days =
    before?.aboutOn === now?.aboutOn
      ? []
      : [{ label: 'The day it is about', was: day(before?.aboutOn), is: day(now?.aboutOn) }];
  const rows = [
    ...days,
    ...tellDifferences(paper.writtenBy, before?.content ?? {}, now?.content ?? {}, read.given),
  ];
  return {
    heading: `Versions of the ${paper.process.name}: ${school.name}`,
    lead:
      was === is
        ? 'There is only one version that you may read.'
        : `${rows.length === 0 ? 'Nothing differs' : `${plural(rows.length, 'field')} ${rows.length === 1 ? 'differs' : 'differ'}`} between version ${String(was)} and version ${String(is)}.`,
    columns: [`Version ${String(was)}`, `Version ${String(is)}`],
    rows,
    versions: versions.toReversed().map(({ number, name, savedAt }) => ({
      words: `Version ${String(number)}, saved by ${name}, ${momentInWords(savedAt)}`,
      href:
        number === is
          ? null
          : withQuery(paperVersionsAddress(...at), {
              of: [String(Math.min(number, is))],
              with: [String(Math.max(number, is))],
            }),
      text: `Compare with version ${String(is)}`,
    })),
    back: { href: paperAddress(...at), text: sentence(paper.process.name) },
  };
}
