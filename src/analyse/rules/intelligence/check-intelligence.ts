import type { IntelligenceKind } from '#/law/reference.ts';
import { findInForce } from '#/law/dated.ts';
import { textProblems, type TypingProblem } from '#/schools/rules/check-request.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import {
  bases,
  intelligenceActs,
  intelligenceLevels,
  type Basis,
  type IntelligenceAct,
  type IntelligenceLevel,
} from './intelligence.ts';
import { marksOfAChild } from './marks-of-a-child.ts';

/** An entry as somebody typed it. */
export interface IntelligenceTyped {
  readonly school: string;
  readonly kind: string;
  readonly words: string;
  readonly source: string;
  readonly basis: string;
  /** As people write dates. */
  readonly knownOn: string;
  readonly level: string;
  /** Identities of people. */
  readonly named: readonly string[];
  /** As people write dates; empty: as long as its kind counts. */
  readonly until: string;
}

/** An entry that can be kept. */
export interface IntelligenceChecked {
  readonly urn: Urn;
  readonly kind: string;
  readonly words: string;
  readonly source: string;
  readonly basis: Basis;
  readonly knownOn: IsoDate;
  readonly level: IntelligenceLevel;
  readonly named: readonly string[];
  readonly holdsUntil: IsoDate;
}

interface Known {
  readonly kinds: readonly IntelligenceKind[];
  /** Numbers of the schools of which the person may tell. */
  readonly open: ReadonlySet<Urn>;
  /** Identities of the people who may be named. */
  readonly people: ReadonlySet<string>;
  readonly today: IsoDate;
}

const longest = { words: 2000, source: 200, why: 1000 };

/** An entry, or everything that is wrong with it, in the order of the fields. Without a day, it counts as long as its kind does. */
export function checkIntelligence(
  typed: IntelligenceTyped,
  { kinds, open, people, today }: Known,
): { readonly entry: IntelligenceChecked } | { readonly problems: readonly TypingProblem[] } {
  const [words, source] = [typed.words.trim(), typed.source.trim()];
  const knownOn = readDate(typed.knownOn);
  const kind = findInForce(
    kinds.filter(({ id }) => id === typed.kind),
    knownOn ?? today,
  );
  const basis = (Object.keys(bases) as Basis[]).find((one) => one === typed.basis);
  const level = intelligenceLevels.find((one) => one === typed.level);
  const named = level === 'named people' ? [...new Set(typed.named)] : [];
  const until = typed.until.trim() === '' ? null : readDate(typed.until);
  const byKind = kind === undefined ? null : addDays(knownOn ?? today, kind.countsForDays);
  const holdsUntil = typed.until.trim() === '' ? byKind : until;
  const problems = [
    ...when(
      !open.has(typed.school),
      'school',
      'Choose the school: one that is open, and of which you may tell.',
    ),
    ...when(kind === undefined, 'kind', 'Choose what it is about.'),
    ...writtenProblems('words', words, longest.words, 'Say what came to your ears, in a sentence or two.'),
    ...writtenProblems(
      'source',
      source,
      longest.source,
      'Say who told it, and from what: “Finance team, budget return”.',
    ),
    ...when(basis === undefined, 'basis', 'Choose how it is known.'),
    ...when(knownOn === null, 'knownOn', 'Say on which day it became known, such as 1 July 2026.'),
    ...when(
      knownOn !== null && knownOn > today,
      'knownOn',
      'That day is yet to come. Choose today or an earlier day.',
    ),
    ...when(level === undefined, 'level', 'Choose who may know of it.'),
    ...when(level === 'named people' && named.length === 0, 'named', 'Choose who is named.'),
    ...when(
      named.some((one) => !people.has(one)),
      'named',
      'One of the people cannot be named. Choose again.',
    ),
    ...when(
      typed.until.trim() !== '' && until === null,
      'until',
      'Write the last day it counts such as 1 July 2026, or nothing.',
    ),
    ...when(until !== null && until < (knownOn ?? today), 'until', 'It cannot end before it became known.'),
  ];
  if (problems.length > 0 || kind === undefined || basis === undefined || knownOn === null)
    return { problems };
  if (level === undefined || holdsUntil === null) return { problems };
  return {
    entry: { urn: typed.school, kind: kind.id, words, source, basis, knownOn, level, named, holdsUntil },
  };
}

/** What is done to an entry, as somebody typed it. */
export interface ActTyped {
  readonly act: string;
  readonly why: string;
  readonly says: string;
  readonly until: string;
}

interface ActChecked {
  readonly act: IntelligenceAct;
  readonly why: string;
  readonly says: string | null;
  readonly until: IsoDate | null;
}

const whyMissing: Readonly<Record<IntelligenceAct, string>> = {
  'looked at': 'Say what follows from it, or that nothing does and why.',
  corrected: 'Say why it is corrected.',
  renewed: 'Say why it still counts.',
  withdrawn: 'Say why it is withdrawn.',
};

/** Something done to an entry, or everything that is wrong with it, in the order of the fields. */
export function checkAct(
  typed: ActTyped,
  { today, until: untilNow }: { readonly today: IsoDate; readonly until: IsoDate },
): { readonly done: ActChecked } | { readonly problems: readonly TypingProblem[] } {
  const act = intelligenceActs.find((one) => one === typed.act);
  if (act === undefined) return { problems: [{ field: 'act', text: 'Choose what becomes of it.' }] };
  const why = typed.why.trim();
  const says = act === 'corrected' ? typed.says.trim() : null;
  const until = act === 'renewed' ? readDate(typed.until) : null;
  const later = today > untilNow ? today : untilNow;
  const problems = [
    ...(says === null ? [] : writtenProblems('says', says, longest.words, 'Write what to read instead.')),
    ...when(
      act === 'renewed' && (until === null || until <= later),
      'until',
      'Say until which later day it counts, such as 1 July 2026.',
    ),
    ...writtenProblems('why', why, longest.why, whyMissing[act]),
  ];
  return problems.length > 0 ? { problems } : { done: { act, why, says, until } };
}

function writtenProblems(
  field: string,
  text: string,
  most: number,
  whenEmpty: string,
): readonly TypingProblem[] {
  return [
    ...textProblems(field, text, most, whenEmpty),
    ...marksOfAChild(text).map((mark) => ({
      field,
      text: `It seems to hold ${mark}. Write of the school and of no single child; what is about a child belongs in the child’s own file.`,
    })),
  ];
}

function when(holds: boolean, field: string, text: string): readonly TypingProblem[] {
  return holds ? [{ field, text }] : [];
}
