import { templatesInForce } from '#/law/templates.ts';
import { nothingThere } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { schoolOfAuthority } from '#/published/store/school-of-authority.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { processesOf, sidesOf } from './papers-known.ts';
import type { PaperParts, PapersRead } from './papers.ts';
import { readPapers } from './read-papers.ts';

/** What there is of a school’s papers for one reader, and what they may open. */
export interface SchoolPapersRead extends PapersRead {
  readonly school: Pick<School, 'urn' | 'name'>;
  /** Kinds that the reader may open here by themselves: those that are always part of another are opened there. */
  readonly toOpen: readonly { readonly kind: string; readonly name: string }[];
}

/** The papers of one school. */
export async function readSchoolPapers(
  parts: PaperParts,
  person: Person,
  asked: { readonly authority: string; readonly urn: Urn },
): Promise<SchoolPapersRead> {
  const read = await readPapers(parts, person, asked);
  const { slug } = read.authority;
  const school = await schoolOfAuthority(await parts.published(), slug, asked.urn, parts.today());
  if (school === null) throw nothingThere();
  const sides = sidesOf(person, slug, asked.urn);
  const { templates } = parts.reference();
  return {
    ...read,
    school,
    toOpen: processesOf(parts)
      .filter(({ side, partOf, kind }) => {
        const known = templatesInForce(templates, kind, parts.today()).length > 0;
        return sides.includes(side) && partOf === undefined && known;
      })
      .map(({ kind, name }) => ({ kind, name })),
  };
}

/** What is needed to open a paper of a kind: its forms in force, and what it would be part of. */
export interface OpeningRead {
  readonly authority: PapersRead['authority'];
  readonly school: Pick<School, 'urn' | 'name'>;
  readonly process: { readonly kind: string; readonly name: string; readonly about: boolean };
  readonly templates: readonly { readonly id: string; readonly name: string; readonly about: string }[];
}

/** What somebody is asked before they open a paper; a kind that is not theirs to open is answered as none. */
export async function readOpening(
  parts: PaperParts,
  person: Person,
  asked: { readonly authority: string; readonly urn: Urn; readonly kind: string },
): Promise<OpeningRead> {
  const { authority, school } = await readSchoolPapers(parts, person, asked);
  const process = processesOf(parts).find(({ kind }) => kind === asked.kind);
  if (process === undefined || !sidesOf(person, authority.slug, asked.urn).includes(process.side)) {
    throw nothingThere();
  }
  return {
    authority,
    school,
    process: { kind: process.kind, name: process.name, about: process.about === 'a day' },
    templates: templatesInForce(parts.reference().templates, asked.kind, parts.today()),
  };
}
