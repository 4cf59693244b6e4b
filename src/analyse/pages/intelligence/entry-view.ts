import type { OneEntryRead } from '#/analyse/actions/intelligence/intelligence-read.ts';
import type { ActTyped } from '#/analyse/rules/intelligence/check-intelligence.ts';
import { problemOfEach, type FieldProblem } from '#/platform/web/form-problems.ts';
import {
  intelligenceEntryAddress,
  schoolIntelligenceAddress,
} from '#/platform/web/intelligence-addresses.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { openRoundAddress } from '#/platform/web/round-addresses.ts';
import { dateInWords, list, momentInWords } from '#/platform/web/words.ts';
import { addDays } from '#/schools/rules/dates.ts';
import { basisWords, levelWords, stateWords, timesWords } from './entry-words.ts';

const done = {
  'looked at': 'Looked at',
  corrected: 'Corrected',
  renewed: 'Renewed',
  withdrawn: 'Withdrawn',
} as const;

const acts = [
  ['looked at', 'I have looked at it: this follows', 'Or that nothing follows, and why.'],
  ['renewed', 'It still counts', 'Say until when, and how you know.'],
  ['corrected', 'It is not quite so', 'Write what to read instead. What was written first stays below.'],
  ['withdrawn', 'It is not so: withdraw it', 'It counts no longer. It stays here with the reason.'],
] as const;

export const nothingTaken: ActTyped = { act: '', why: '', says: '', until: '' };

/** One entry with everything that became of it. */
export function entryView(read: OneEntryRead, typed: ActTyped, problems: readonly FieldProblem[]) {
  const { entry, authority, today } = read;
  const address = intelligenceEntryAddress(authority.slug, entry.urn, entry.id);
  const corrected = entry.saysNow !== entry.words;
  return {
    heading: `${entry.about}: ${entry.school}`,
    school: { name: entry.school, href: schoolIntelligenceAddress(authority.slug, entry.urn) },
    state: stateWords(entry),
    times: timesWords(entry, read.months),
    says: entry.saysNow.split(/\n\s*\n/),
    first: corrected ? entry.words : null,
    source: entry.source,
    basis: basisWords[entry.basis],
    known: dateInWords(entry.knownOn),
    told: `${entry.told.name}, ${momentInWords(entry.told.at)}`,
    level: levelWords[entry.level].name,
    named: read.namedPeople.length === 0 ? null : list(read.namedPeople),
    steps: entry.steps.map(({ act, why, says, until, name, at }) => ({
      words: `${done[act]} by ${name}, ${momentInWords(at)}${until === null ? '' : `: counts until ${dateInWords(until)}`}`,
      why,
      says,
    })),
    form: read.mayTakeUp
      ? {
          action: `${address}/take-up`,
          acts: acts.map(([value, text, hint]) => ({ value, text, hint, checked: value === typed.act })),
          typed,
          example: dateInWords(addDays(entry.until > today ? entry.until : today, 180)),
        }
      : null,
    roundHref: read.mayOpenRound ? withQuery(openRoundAddress(authority.slug), { urn: [entry.urn] }) : null,
    problems: problemOfEach(['act', 'says', 'until', 'why'], problems),
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
