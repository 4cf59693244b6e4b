import type { RoundToOpen } from '#/analyse/actions/deciding/open-round.ts';
import type { RoundTyped } from '#/analyse/rules/deciding/check-round.ts';
import { openRoundAddress, roundsAddress } from '#/platform/web/round-addresses.ts';
import { problemOfEach, type FieldProblem } from '#/platform/web/form-problems.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';

const fields = ['run', 'urn', 'name', 'decideBy', 'tellBy', 'why'] as const;

/** The form to open a round, with usual days where nothing is typed yet. */
export function openRoundView(
  { authority, runs, usual, missed }: RoundToOpen,
  typed: RoundTyped | null,
  problems: readonly FieldProblem[],
  forSchool = '',
) {
  const values = typed ?? {
    ...{ run: runs[0]?.id ?? '', urn: forSchool },
    name: forSchool === '' ? usual.name : '',
    ...{ decideBy: dateInWords(usual.decideBy), tellBy: dateInWords(usual.tellBy) },
    why:
      forSchool === ''
        ? missed === null
          ? 'Categories are looked at again every term.'
          : `Categories are looked at again every term; in the ${missed} they were not.`
        : '',
  };
  return {
    address: openRoundAddress(authority.slug),
    backAddress: roundsAddress(authority.slug),
    selectItems: runs.slice(0, 12).map(({ id, asAt, schools }, index) => ({
      value: id,
      text: `${index === 0 ? 'The newest: a' : 'A'}s known on ${dateInWords(asAt)}, ${plural(schools, 'school')} (run ${id})`,
    })),
    typed: values,
    problems: problemOfEach(fields, problems),
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
