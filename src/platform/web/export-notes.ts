import type { ExportNotes } from '#/platform/exports/table.ts';
import type { CreditedSource } from './credits.ts';
import { creditsInWords } from './credits.ts';
import type { ShellAuthority } from './shell.ts';
import { bannerWords } from './shell.ts';

/**
 * Fewer pupils than this are told by no number that leaves the authority: the tables themselves suppress results of five
 * pupils or fewer (key stage 2 and 4 school performance tables, guide to the data).
 */
const fewestPupils = 6;

const fewer = `fewer than ${String(fewestPupils)}`;

/** What a figure of too few pupils says instead of its number. */
export const tooFewPupils = `suppressed: ${fewer} pupils`;

/** Pupils in what leaves the authority: so few that a child could be known are not counted out. */
export function pupilsCell(pupils: number | null): string | number {
  if (pupils === null) return 'not stated';
  return pupils > 0 && pupils < fewestPupils ? fewer : pupils;
}

/** Whether a figure rests on so few pupils that it may not leave the authority. */
export function isOfTooFew(pupils: number | null): boolean {
  return pupils !== null && pupils > 0 && pupils < fewestPupils;
}

/** A number in as many decimals as anyone could use: a spreadsheet would show what calculation left behind. */
export function rounded(number: number, places = 2): number {
  return Number(number.toFixed(places));
}

interface Noted {
  readonly title: string;
  readonly authority: ShellAuthority;
  readonly about: readonly string[];
  readonly sources: readonly CreditedSource[];
  /** The table says what an authority thinks of schools. */
  readonly confidential: boolean;
  /** Beside the rule on few pupils, which all tables keep. */
  readonly suppression?: readonly string[];
}

/** The notes of a download: invented data said first, what is in confidence, what is held back, every source. */
export function exportNotes(noted: Noted): ExportNotes {
  const { title, authority, about, sources, confidential, suppression = [] } = noted;
  const banner = bannerWords({ authority, sources });
  return {
    title,
    about: [
      ...(banner === null ? [] : [banner]),
      ...about,
      ...(confidential
        ? [
            'Categories and reasons are proposed by rules and have not been decided by anyone.',
            'They are in confidence to the school and the authority.',
          ]
        : []),
      'Contains public sector information licensed under the Open Government Licence v3.0.',
    ],
    suppression: [
      `Figures of ${fewer} pupils are left out and say so, as in the tables they come from; so is any other figure from which they could be worked out.`,
      'A cell without a figure says why: suppressed, not published, not applicable or not yet known. None of them is 0.',
      ...suppression,
    ],
    sources: creditsInWords(sources),
  };
}
