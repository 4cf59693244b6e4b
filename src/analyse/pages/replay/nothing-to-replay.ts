import type { ReplayRead } from '#/analyse/actions/replayed.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { dateInWords } from '#/platform/web/words.ts';

/** Why there is nothing to see, and what to do about it; `null` where there is something. */
export function nothingToReplay(read: ReplayRead, address: string) {
  const { state, asAt, authority, usual, lastOfGrades, replays } = read;
  const link = {
    href: withQuery(address, { 'as-at': [usual] }),
    text: `See the forecasts of ${dateInWords(usual)}`,
  };
  const day = dateInWords(asAt);
  switch (state) {
    case 'replayed':
      return replays.length > 0
        ? null
        : {
            words: `Of no phase does ${authority.name} have enough schools that were judged by ${day}: a share of fewer than six comes close to a forecast of each.`,
            whatToDo: 'Choose a later date, or import the files that tell of earlier inspections.',
            link,
          };
    case 'no day':
      return {
        words: 'Nothing is shown, because the date cannot be asked about.',
        whatToDo: 'Put the date right above, or take the one below.',
        link,
      };
    case 'too early':
      return {
        words: `Too little is known of ${day}: the files imported tell of no overall grade of a school of ${authority.name} from before, or nothing is known here of how schools were inspected then.`,
        whatToDo: 'Choose a later date, or import files that tell of earlier inspections.',
        link,
      };
    case 'too late':
      return {
        words: `It is too early to tell: the files imported end on ${dateInWords(authority.newestKnownOn)}, before the first date that a forecast of ${day} is held against.`,
        whatToDo: 'Choose an earlier date, or come back when newer inspections are imported.',
        link,
      };
    case 'after overall grades':
      return {
        words: `Ofsted gave no overall grades after ${lastOfGrades === null ? 'that' : dateInWords(lastOfGrades)}, so there is no share of good schools to hold a forecast of ${day} against. Report cards are another way of judging, and nothing is carried over from one to the other.`,
        whatToDo: 'Choose an earlier date.',
        link,
      };
  }
}
