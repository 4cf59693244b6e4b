import type { RoundRead } from '#/analyse/actions/deciding/read-round.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { runsAddress, schemeAddress } from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { lettersAddress } from '#/platform/web/letter-addresses.ts';
import {
  decideTogetherAddress,
  moderationAddress,
  roundAddress,
  roundsAddress,
  signAddress,
} from '#/platform/web/round-addresses.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { categoryInALine, categoryOf, inBrief, schemeTitle } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, list, plural, someOf } from '#/platform/web/words.ts';
import { reasonKinds, reasonKindWords } from './moderation-words.ts';
import { overruledWords, standingsInOrder, standingWords, toldWords } from './round-words.ts';

/** A round: what is left to do in it, by when, and how decisions differ from what was proposed. */
export function roundView(read: RoundRead, decided: string | null) {
  const { authority, round, run, scheme, progress, told, followedBy, mayDecide } = read;
  const at = [authority.slug, round.number] as const;
  const undecided = read.schools.filter(({ decision }) => decision === null);
  const alone = undecided.filter(({ alone: one }) => one);
  const together = undecided.length - alone.length;
  return {
    name: round.name,
    lead: `${toldWords(told)}. ${promise(read)}`,
    decidedNow:
      decided === null
        ? null
        : `${plural(Number(decided), 'school was', 'schools were')} decided as proposed.`,
    opened: `Opened by ${round.opened.name} on ${dateInWords(round.opened.on)}: ${round.why}`,
    restsOn: `It rests on the analysis as known on ${dateInWords(run.asAt)} (run ${run.id}, ${schemeTitle(scheme)}).`,
    followed:
      followedBy === null
        ? null
        : { name: followedBy.name, href: roundAddress(authority.slug, followedBy.number) },
    standings: standingsInOrder.map((standing) => ({
      words: standingWords[standing],
      schools: count(progress.of[standing]),
      href:
        progress.of[standing] === 0 ? null : withQuery(moderationAddress(...at), { standing: [standing] }),
    })),
    of: plural(progress.schools, 'school'),
    overruled: overruledWords(progress),
    left: reasonKinds.map((kind) => {
      const schools = undecided.filter(({ reasons }) => reasons[0]?.kind === kind).length;
      return {
        words: reasonKindWords[kind].heading,
        schools: count(schools),
        href:
          schools === 0
            ? null
            : withQuery(moderationAddress(...at), { why: [kind], standing: ['to decide'] }),
      };
    }),
    undecided: undecided.length === 0 ? null : plural(undecided.length, 'school'),
    together:
      !mayDecide || followedBy !== null || together === 0 || scheme === null
        ? null
        : {
            address: decideTogetherAddress(...at),
            button: `Decide ${plural(together, 'school')} as proposed`,
            words: `${someOf(together, undecided.length, 'undecided school')} can be decided as proposed in one go: nothing moved and nobody sees them otherwise.`,
            leftOut:
              alone.length === 0
                ? 'No school is left out.'
                : `Left out, to be decided one by one: ${list(alone.slice(0, 12).map(({ row }) => row.school.name))}${alone.length > 12 ? ` and ${count(alone.length - 12)} more` : ''}.`,
          },
    sign:
      progress.of['to sign'] === 0
        ? null
        : {
            href: signAddress(...at),
            words: `${plural(progress.of['to sign'], 'decision')} of concern to sign as the second person`,
          },
    tell: progress.of['to tell'] === 0 ? null : lettersAddress(authority.slug),
    matrix: matrixOf(read),
    moderationAddress: moderationAddress(...at),
    roundsAddress: roundsAddress(authority.slug),
    schemeAddress: schemeAddress(authority.slug),
    moversAddress: runsAddress(authority.slug),
    files: downloadLinks(roundAddress(...at)),
  };
}

function promise({ round, progress, today }: RoundRead): string {
  const left = progress.schools - progress.decided;
  const decide =
    left === 0
      ? `All ${count(progress.schools)} are decided.`
      : `${count(left)} of ${plural(progress.schools, 'school')} ${left === 1 ? 'is' : 'are'} left to decide ${today <= round.decideBy ? 'by' : 'since'} ${dateInWords(round.decideBy)}.`;
  return today < round.tellBy ? `${decide} All are to be told by ${dateInWords(round.tellBy)}.` : decide;
}

/** Proposed down the side, decided along the top, most concern first. */
function matrixOf({ progress, scheme }: RoundRead) {
  const cells = progress.matrix;
  const rows = inOrder(scheme, new Set(cells.map(({ proposed }) => proposed)));
  const columns = inOrder(scheme, new Set(cells.flatMap(({ decided }) => decided ?? [])));
  const schools = (proposed: string, decided: string | null): number =>
    cells.find((one) => one.proposed === proposed && one.decided === decided)?.schools ?? 0;
  return {
    columns: columns.map((code) => categoryInALine(scheme, code)),
    rows: rows.map((proposed) => {
      const tag = categoryTag(categoryOf(scheme, proposed));
      return {
        tag: { ...tag, meaning: inBrief(tag.meaning) },
        cells: columns.map((decided) => ({
          schools: count(schools(proposed, decided)),
          followed: proposed === decided && schools(proposed, decided) > 0,
        })),
        undecided: count(schools(proposed, null)),
        all: count([...columns, null].reduce((sum, decided) => sum + schools(proposed, decided), 0)),
      };
    }),
  };
}

function inOrder(scheme: Scheme | null, codes: ReadonlySet<string>): readonly string[] {
  const concern = (code: string): number =>
    scheme?.categories.find((one) => one.code === code)?.concern ?? -1;
  return [...codes].toSorted((a, b) => concern(b) - concern(a) || a.localeCompare(b));
}
