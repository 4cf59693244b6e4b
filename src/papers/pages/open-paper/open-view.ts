import type { OpeningRead } from '#/papers/actions/read-school-papers.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import { openPaperAddress, papersAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords } from '#/platform/web/words.ts';

export interface OpeningTyped {
  readonly template: string;
  readonly about: string;
  readonly partOf: string | undefined;
  readonly problems: readonly FieldProblem[];
}

/** What is asked before a paper is begun: by which form, and of which day. */
export function openView(
  { authority, school, process, templates }: OpeningRead,
  typed: OpeningTyped,
  today: string,
) {
  const problemOf = (field: string) => typed.problems.find((one) => one.field === field)?.text ?? null;
  const [only] = templates;
  return {
    heading: `Begin a ${process.name}: ${school.name}`,
    action: openPaperAddress(authority.slug, school.urn, process.kind, typed.partOf),
    back: papersAddress(authority.slug, school.urn),
    isUnknown: templates.length === 0,
    only: templates.length === 1 && only !== undefined ? only : null,
    templates: templates.map(({ id, name, about }) => ({
      value: id,
      text: name,
      hint: about,
      checked: id === typed.template,
    })),
    about: process.about ? { value: typed.about, example: dateInWords(today) } : null,
    problems: { template: problemOf('template'), about: problemOf('about-on') },
    errorList: typed.problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
