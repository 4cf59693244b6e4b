import type { RoundRead } from '#/analyse/actions/deciding/read-round.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { decideAddress, roundAddress, signAddress } from '#/platform/web/round-addresses.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';

/** What came of signing, as the address has it. */
export interface SignedJustNow {
  readonly signed: number;
  readonly left: number;
}

/** The decisions of concern that wait for a second person; one's own are shown and not to be signed. */
export function signView(read: RoundRead, done: SignedJustNow | null) {
  const { authority, round, scheme, reader, maySign } = read;
  const rows = read.schools.flatMap(({ row, standing, decision }) =>
    standing === 'to sign' && decision !== null ? [{ row, decision }] : [],
  );
  const open = rows.filter(({ decision }) => maySign.has(decision.id));
  const own = rows.filter(({ decision }) => decision.decided.person === reader);
  return {
    lead:
      rows.length === 0
        ? 'No decision waits for a second signature.'
        : `${plural(rows.length, 'decision waits', 'decisions wait')} for a second signature${own.length === 0 ? '' : `; ${own.length === 1 ? 'one of them is' : `${String(own.length)} of them are`} yours, which somebody else signs`}.`,
    done:
      done === null
        ? null
        : `${plural(done.signed, 'decision was', 'decisions were')} signed.${done.left === 0 ? '' : ` ${plural(done.left, 'was', 'were')} not: signed before, decided anew meanwhile, or your own.`}`,
    round: { name: round.name, href: roundAddress(authority.slug, round.number) },
    address: signAddress(authority.slug, round.number),
    maySign: open.length > 0,
    rows: rows.map(({ row, decision }) => {
      const tag = categoryTag(categoryOf(scheme, decision.category));
      const proposed = categoryTag(categoryOf(scheme, decision.proposed));
      return {
        id: decision.id,
        name: row.school.name,
        href: decideAddress(authority.slug, round.number, row.school.urn),
        tag: { ...tag, meaning: inBrief(tag.meaning) },
        proposed:
          decision.category === decision.proposed
            ? null
            : { ...proposed, meaning: inBrief(proposed.meaning) },
        why: decision.why,
        reason: row.proposal.reasonInBrief,
        by: `${decision.decided.name}, ${dateInWords(decision.decided.on)}`,
        mayBeSigned: maySign.has(decision.id),
      };
    }),
  };
}
