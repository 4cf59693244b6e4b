import type { LetterKept } from '#/analyse/rules/deciding/decision.ts';
import { dateInWords, list } from '#/analyse/rules/words.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** A category in words, with its letters where it has any. */
interface CategoryNamed {
  readonly category: string;
  readonly meaning: string;
}

/** Somebody who reads the letter, or whom the school asks. */
interface PersonNamed {
  readonly name: string;
  readonly role: string;
  readonly email?: string | null;
}

/** Everything a letter on a category rests on, each as on its day. */
export interface LetterFacts {
  readonly school: { readonly name: string; readonly urn: Urn };
  readonly authority: string;
  /** The day of the letter. */
  readonly on: IsoDate;
  /** Head and chair; empty where neither is known and the letter goes by post. */
  readonly to: readonly PersonNamed[];
  readonly decision: CategoryNamed & {
    /** What schools are told of it, in the scheme’s own words; `null` where the evidence is insufficient. */
    readonly group: string | null;
    readonly ofConcern: boolean;
    readonly why: string;
    readonly decidedOn: IsoDate;
    readonly decidedBy: string;
    readonly signed: { readonly by: string; readonly on: IsoDate } | null;
  };
  readonly proposal: CategoryNamed & {
    readonly asAt: IsoDate;
    readonly rule: string;
    readonly reasons: readonly string[];
    /** What was measured, and what it was held against: the data of the school on one page. */
    readonly figures: readonly { readonly title: string; readonly shown: string; readonly against: string }[];
  };
  /** What the school was told before; `null` where this is the first. */
  readonly before: (CategoryNamed & { readonly since: IsoDate; readonly decided: boolean }) | null;
  /** By the scheme, for the day of the letter; `null` where none are kept. */
  readonly entitlements: {
    readonly ofGroup: readonly string[];
    readonly everySchool: readonly string[];
  } | null;
  /** Whom the school asks. */
  readonly officers: readonly PersonNamed[];
  /** The last day by which the category is looked at again; `null` where terms are not known. */
  readonly againBy: IsoDate | null;
}

/** A letter; or what has to be known before one can be written. */
export type LetterWritten =
  | { readonly kind: 'letter'; readonly letter: LetterKept }
  | { readonly kind: 'missing'; readonly missing: readonly string[] };

/** What is missing for a letter, in the order of its parts. A school of concern is told nothing that nobody signed as the second. */
function missingFor({ decision, proposal, officers, entitlements, againBy }: LetterFacts): readonly string[] {
  const differs = decision.category !== proposal.category;
  return [
    ...(decision.ofConcern && decision.signed === null ? ['the second signature'] : []),
    ...(differs && decision.why.trim() === '' ? ['why the decision differs from what was proposed'] : []),
    ...(proposal.reasons.length === 0 && decision.why.trim() === '' && decision.ofConcern
      ? ['a reason for the concern']
      : []),
    ...(officers.length === 0 ? ['an officer whom the school can ask'] : []),
    ...(entitlements === null
      ? ['what a school may count on under the scheme, on the day of the letter']
      : []),
    ...(againBy === null ? ['the term in which the category is looked at again'] : []),
  ];
}

/**
 * Writes to head and chair, in confidence: what the authority thinks, why, what follows, what they can do and when it is
 * looked at again. Every sentence is made of a dated fact; while a needed one is missing, nothing is written.
 * (Norfolk’s Strategy of 2013, step 1: head and chair are told, in confidence; its action 2.2: the category is explained.)
 */
export function writeLetter(facts: LetterFacts): LetterWritten {
  const missing = missingFor(facts);
  if (missing.length > 0) return { kind: 'missing', missing };
  return {
    kind: 'letter',
    letter: {
      sections: [
        { heading: 'In confidence', paragraphs: opening(facts) },
        { heading: 'What we think', paragraphs: opinion(facts) },
        { heading: 'Why', paragraphs: reasons(facts) },
        { heading: 'Your school in figures', paragraphs: figures(facts) },
        { heading: 'What follows', paragraphs: consequences(facts) },
        { heading: 'What you can do', paragraphs: waysToAnswer(facts) },
        { heading: 'When we look again', paragraphs: lookedAtAgain(facts) },
      ].filter(({ paragraphs }) => paragraphs.length > 0),
    },
  };
}

function opening({ to, school, authority, on }: LetterFacts): readonly string[] {
  const readers =
    to.length === 0
      ? 'the headteacher and the chair of governors'
      : list(to.map(({ name, role }) => `${name}, ${role}`));
  return [
    `To ${readers} of ${school.name} (URN ${school.urn}). From ${authority}, ${dateInWords(on)}.`,
    'This is for the head, the chair and the authority’s officers. Please do not pass it on. You may speak about it with your governing board in a part of its meeting that is confidential.',
  ];
}

function opinion({ decision, before }: LetterFacts): readonly string[] {
  const { decidedBy, decidedOn, signed, group } = decision;
  const second =
    signed === null ? '' : `, and signed by ${signed.by} as the second on ${dateInWords(signed.on)}`;
  return [
    `The category of your school is ${named(decision)}.${group === null ? '' : ` Schools in it are told that they are: ${group}.`}`,
    `It was decided by ${decidedBy} on ${dateInWords(decidedOn)}${second}.`,
    before === null
      ? 'It is the first category that you are told.'
      : before.category === decision.category
        ? `It is the same as you were told before, on ${dateInWords(before.since)}.`
        : `Before, since ${dateInWords(before.since)}, you were told ${named(before)}${before.decided ? '' : ', as proposed by rules'}.`,
  ];
}

function reasons({ decision, proposal }: LetterFacts): readonly string[] {
  const asAt = dateInWords(proposal.asAt);
  const differs = decision.category !== proposal.category;
  return [
    ...(differs
      ? [
          `Our rules proposed ${named(proposal)} from what was known on ${asAt}. The decision differs. The reason: ${decision.why}`,
        ]
      : [`The decision follows what our rules proposed from what was known on ${asAt}.`]),
    `The rule that decided what was proposed: ${proposal.rule}`,
    ...proposal.reasons,
    ...(!differs && decision.why.trim() !== '' ? [decision.why] : []),
  ];
}

function figures({ proposal }: LetterFacts): readonly string[] {
  if (proposal.figures.length === 0) return [];
  return [
    `Each figure as known on ${dateInWords(proposal.asAt)}, with what it was held against:`,
    ...proposal.figures.map(({ title, shown, against }) => `${title}: ${shown}. Held against: ${against}.`),
  ];
}

function consequences({ entitlements, decision }: LetterFacts): readonly string[] {
  if (entitlements === null) return [];
  const { ofGroup, everySchool } = entitlements;
  return [
    ...(decision.group === null || ofGroup.length === 0
      ? []
      : [`As a school that is told “${decision.group}”, you may count on:`, ...ofGroup]),
    ...(everySchool.length === 0 ? [] : ['As every school, you may count on:', ...everySchool]),
    ...(decision.ofConcern
      ? [
          'The local member for your division is told that the school causes concern, and not why. So is your diocese, if you have one.',
        ]
      : ['Members and the public are not told the category of your school.']),
  ];
}

function waysToAnswer({ officers }: LetterFacts): readonly string[] {
  return [
    'Sign in to confirm that you have read this letter. Confirming does not mean that you agree.',
    'Reply on your school’s own page: head, chair and officers read it, and it is kept with this letter.',
    'If you think the category is wrong, say so there and why, and ask for it to be looked at again. The answer stands beside your reply; where the category is decided anew, you get a new letter with the reasons.',
    'Write your own assessment of the school’s risk: it is put beside ours before the next decision.',
    `Ask ${list(officers.map(({ name, role, email }) => `${name}, ${role}${email === null || email === undefined ? '' : ` (${email})`}`))}.`,
  ];
}

function lookedAtAgain({ againBy }: LetterFacts): readonly string[] {
  return againBy === null
    ? []
    : [
        `Your category is looked at again by ${dateInWords(againBy)}, the end of next term, or sooner when new results or other news come.`,
      ];
}

function named({ category, meaning }: CategoryNamed): string {
  const says = meaning.toLowerCase().startsWith(category.toLowerCase());
  return says ? meaning : `${category}, ${meaning}`;
}
