import type { RoundsRead } from '#/analyse/actions/deciding/read-round.ts';
import { schemeAddress } from '#/platform/web/addresses.ts';
import { moderationAddress, openRoundAddress, roundAddress } from '#/platform/web/round-addresses.ts';
import { count, dateInWords, plural, someOf } from '#/platform/web/words.ts';
import { overruledWords, toldWords } from './round-words.ts';

/** Every round with its figures, the newest first. */
export function roundsView({ authority, rounds, missed, mayDecide }: RoundsRead) {
  const { slug } = authority;
  const open = rounds.find(
    ({ round, followedBy, progress }) =>
      round.urn === null && followedBy === null && progress.of['to decide'] > 0,
  );
  return {
    lead: leadOf(rounds, open),
    missed:
      missed === null
        ? null
        : `No round over all schools was opened in the ${missed}. Categories are looked at again at least termly.`,
    openAddress: mayDecide ? openRoundAddress(slug) : null,
    current:
      open === undefined
        ? null
        : {
            name: open.round.name,
            href: roundAddress(slug, open.round.number),
            moderation: moderationAddress(slug, open.round.number),
          },
    schemeAddress: schemeAddress(slug),
    rows: rounds.map((one) => {
      const { round, progress, told, followedBy } = one;
      return {
        name: round.name,
        href: roundAddress(slug, round.number),
        of: round.urn === null ? 'every school' : 'one school',
        opened: `${dateInWords(round.opened.on)}, ${round.opened.name}`,
        decided: `${count(progress.decided)} of ${count(progress.schools)}`,
        toSign: count(progress.of['to sign']),
        told: toldWords(told),
        overruled: overruledWords(progress),
        followed: followedBy === null ? null : `followed by ${followedBy.name}`,
      };
    }),
  };
}

function leadOf(rounds: RoundsRead['rounds'], open: RoundsRead['rounds'][number] | undefined): string {
  if (rounds.length === 0)
    return 'No round of categories has been opened yet. What the rules propose is a hypothesis until a named person decides.';
  if (open === undefined)
    return `${plural(rounds.length, 'round has', 'rounds have')} been opened; in none is a school over all left to decide.`;
  const { round, progress } = open;
  return `${round.name}: ${someOf(progress.decided, progress.schools, 'school')} decided, by ${dateInWords(round.decideBy)}.`;
}
