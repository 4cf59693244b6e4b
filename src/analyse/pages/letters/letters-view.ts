import type { LetterToTell } from '#/analyse/actions/telling/letters-to-tell.ts';
import type { LettersRead } from '#/analyse/actions/telling/read-letters.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { receiptsAddress } from '#/platform/web/correspondence-addresses.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import {
  letterAddress,
  letterSentAddress,
  lettersAddress,
  tellAllAddress,
} from '#/platform/web/letter-addresses.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { dateInWords, list, plural } from '#/platform/web/words.ts';

/** Everything the list of letters shows. */
export function lettersView(
  read: LettersRead,
  said: { readonly problems: readonly FieldProblem[]; readonly done: string | null } = {
    problems: [],
    done: null,
  },
) {
  const { authority, waiting, told, mayTell, today } = read;
  const { slug } = authority;
  const ready = waiting.filter(({ written }) => written.kind === 'letter');
  const here = ready.filter(({ leaders }) => leaders.length > 0);
  const byPost = ready.filter(({ leaders }) => leaders.length === 0);
  const stuck = waiting.filter(({ written }) => written.kind === 'missing');
  return {
    lead:
      waiting.length === 0
        ? `No decision waits to be told on ${dateInWords(today)}. ${plural(told.length, 'school was', 'schools were')} told what was decided.`
        : `${plural(waiting.length, 'decision waits', 'decisions wait')} to be told on ${dateInWords(today)}: ${plural(here.length, 'school')} with head or chair here, ${String(byPost.length)} with neither, and ${String(stuck.length)} for which a letter cannot be written yet.`,
    done: said.done,
    here: here.map((one) => rowOf(one, slug)),
    byPost: byPost.map((one) => rowOf(one, slug)),
    stuck: stuck.map((one) => rowOf(one, slug)),
    tell: mayTell ? { action: tellAllAddress(slug), today: dateInWords(today) } : null,
    told: told.map(({ decision, name, scheme }) => {
      const tag = categoryTag(categoryOf(scheme, decision.category));
      return {
        name,
        href: letterSentAddress(slug, decision.urn, decision.id),
        tag: { ...tag, meaning: inBrief(tag.meaning) },
        on: decision.told === null ? '' : dateInWords(decision.told.on),
        how: decision.told?.way === 'by post' ? 'by post' : 'here',
        by: decision.told?.by ?? '',
      };
    }),
    problem: said.problems.find(({ field }) => field === 'posted')?.text ?? null,
    errorList: said.problems.map(({ field, text }) => ({ text, href: `#${field}` })),
    addresses: { page: lettersAddress(slug), receipts: receiptsAddress(slug) },
  };
}

function rowOf({ decision, school, scheme, leaders, written }: LetterToTell, authority: string) {
  const tag = categoryTag(categoryOf(scheme, decision.category));
  return {
    name: school.name,
    href: letterAddress(authority, school.urn),
    tag: { ...tag, meaning: inBrief(tag.meaning) },
    to:
      leaders.length === 0
        ? 'neither head nor chair is known here'
        : list(leaders.map(({ name, role }) => `${name}, ${role}`)),
    missing: written.kind === 'missing' ? list(written.missing) : null,
  };
}
