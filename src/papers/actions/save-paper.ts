import { addVersions, lockPapers, papers, versionsOf, type VersionKept } from '#/papers/records/papers.ts';
import { checkContent } from '#/papers/rules/check-content.ts';
import { mergeContent } from '#/papers/rules/merge-content.ts';
import type { Template } from '#/papers/rules/template.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { readDayAbout } from './day-typed.ts';
import { paperChange } from './paper-change.ts';
import { asRead, givenIn, sidesOf } from './papers-known.ts';
import type { PaperParts, Saved, VersionToSave } from './papers.ts';
import { isPaperId } from './read-papers.ts';

/**
 * Saves another version of a paper, whole or not. Whoever wrote on a version that is not the newest any more is told, and
 * given the newest; the same words twice are one version.
 */
export async function savePaper(parts: PaperParts, person: Person, asked: VersionToSave): Promise<Saved> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  const { slug } = authority;
  permit(person, 'take part in papers', slug);
  if (!isPaperId(asked.paper)) throw nothingThere();
  const records = await parts.records();
  return await records.inAuthority(slug, person, async (transaction) => {
    await lockPapers(transaction);
    const [kept] = await papers(transaction, { id: asked.paper });
    if (kept === undefined) throw nothingThere();
    const paper = asRead(parts, kept, undefined);
    const { standing, process, newest } = paper;
    if (standing.writtenBy === null || !sidesOf(person, slug, kept.urn).includes(standing.writtenBy)) {
      return { kind: 'not now', why: `It is ${standing.words}: it cannot be changed now.` };
    }
    const [whole] = kept.partOf === null ? [] : await papers(transaction, { id: kept.partOf });
    const given = givenIn(parts, paper, whole === undefined ? null : asRead(parts, whole, undefined));
    const checked = checkContent(paper.writtenBy, asked.content, {
      today: parts.today(),
      given,
      whole: false,
    });
    const about = readDayAbout(process, asked.aboutOn ?? null, parts.today());
    const problems = [...about.problems, ...('problems' in checked ? checked.problems : [])];
    if ('problems' in checked || problems.length > 0) return { kind: 'problems', problems };
    const { content } = checked;
    const said = { aboutOn: about.day, content };
    if (newest !== null && isSame(newest, said))
      return { kind: 'done', version: newest.number, already: true };
    const before = newest?.number ?? 0;
    if (newest !== null && before !== asked.basedOn) {
      const base = (await versionsOf(transaction, kept.id)).find(({ number }) => number === asked.basedOn);
      return { kind: 'changed meanwhile', newest, merged: merged(paper.writtenBy, base, newest, said) };
    }
    const { id, urn, side } = kept;
    await addVersions(transaction, [
      { ...said, paper: id, number: before + 1, urn, side, name: person.name },
    ]);
    const words = (number: number): string => `version ${String(number)}`;
    await logChange(
      transaction,
      paperChange(kept, process, `saved a ${process.name}`, {
        from: before === 0 ? null : words(before),
        to: words(before + 1),
      }),
    );
    return { kind: 'done', version: before + 1, already: false };
  });
}

type Said = Pick<VersionKept, 'content' | 'aboutOn'>;

function merged(template: Template, base: Said | undefined, newest: Said, typed: Said): Said {
  const untouched = typed.aboutOn === (base?.aboutOn ?? null);
  return {
    content: mergeContent(template, base?.content ?? {}, newest.content, typed.content),
    aboutOn: untouched ? newest.aboutOn : typed.aboutOn,
  };
}

function isSame(
  one: Pick<VersionToSave, 'content'> & { aboutOn: string | null },
  other: typeof one,
): boolean {
  return (
    one.aboutOn === other.aboutOn &&
    JSON.stringify(inOrder(one.content)) === JSON.stringify(inOrder(other.content))
  );
}

/** Names in one order, so that the same words are the same text. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, inOrder(one)]),
  );
}
