import type { LetterRead } from '#/analyse/actions/telling/read-letters.ts';
import { onAPageAddress, ourViewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import {
  letterAddress,
  letterDocumentAddress,
  letterSentAddress,
  lettersAddress,
  tellAddress,
} from '#/platform/web/letter-addresses.ts';
import { categoryOf } from '#/platform/web/scheme-words.ts';
import { dateInWords, list, momentInWords } from '#/platform/web/words.ts';

/** Everything the page of one letter shows: as it was sent, or as it would be. */
export function letterView(read: LetterRead, problems: readonly FieldProblem[] = []) {
  const { authority, school, decision, sent, leaders, missing, letter } = read;
  const { slug } = authority;
  const { urn } = school;
  return {
    heading: headingOf(read),
    tag: categoryTag(categoryOf(read.scheme, decision.category)),
    standing: standingOf(read),
    sections: letter?.sections ?? [],
    missing,
    receipts: read.receipts.map(({ name, as, at }) => `${name}, ${as}, on ${momentInWords(at)}`),
    sent: sent !== null,
    tell:
      sent !== null || !read.mayTell || letter === null
        ? null
        : {
            action: tellAddress(slug, urn),
            decision: decision.id,
            to: leaders.length === 0 ? null : list(leaders.map(({ name, role }) => `${name}, ${role}`)),
            today: dateInWords(read.today),
          },
    problem: problems.find(({ field }) => field === 'posted')?.text ?? null,
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
    addresses: {
      document: letterDocumentAddress(slug, urn, decision.id),
      ours: ourViewAddress(slug, urn),
      summary: onAPageAddress(slug, urn),
      profile: schoolAddress(slug, urn),
      newest: letterAddress(slug, urn),
      this: letterSentAddress(slug, urn, decision.id),
      all: lettersAddress(slug),
    },
  };
}

export function headingOf({ school, sent }: LetterRead): string {
  return `${sent === null ? 'Letter to be sent to' : 'Letter to'} ${school.name}`;
}

function standingOf({ sent, replaced, decision }: LetterRead): string {
  const decided = `Decided by ${decision.decided.name} on ${dateInWords(decision.decided.on)}`;
  if (sent === null) return `${decided}. Not sent yet: this is how it would be sent today.`;
  const how = sent.way === 'by post' ? 'by post' : 'here, with a mail that says only that a letter waits';
  const newer = replaced ? ' A newer letter has taken its place.' : '';
  return `${decided}. Told ${how}, on ${dateInWords(sent.on)}, by ${sent.name}.${newer}`;
}
