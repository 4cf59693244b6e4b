import type { TellingRead } from '#/analyse/actions/intelligence/intelligence-read.ts';
import type { IntelligenceTyped } from '#/analyse/rules/intelligence/check-intelligence.ts';
import { problemOfEach, type FieldProblem } from '#/platform/web/form-problems.ts';
import { intelligenceAddress, tellOfIntelligenceAddress } from '#/platform/web/intelligence-addresses.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { addDays } from '#/schools/rules/dates.ts';
import { basisWords, levelWords } from './entry-words.ts';

const fields = ['school', 'kind', 'words', 'source', 'basis', 'knownOn', 'level', 'named', 'until'] as const;

/** The form in which somebody tells of a school. */
export function tellView(read: TellingRead, typed: IntelligenceTyped, problems: readonly FieldProblem[]) {
  const { slug } = read.authority;
  return {
    action: tellOfIntelligenceAddress(slug),
    back: intelligenceAddress(slug),
    count: plural(read.schools.length, 'school'),
    schools: read.schools.map(({ urn, name }) => ({
      value: urn,
      text: `${name} (${urn})`,
      selected: urn === typed.school,
    })),
    kinds: read.kinds.map(({ id, name, countsForDays }) => ({
      value: id,
      text: `${name} (counts for ${plural(countsForDays, 'day')})`,
      selected: id === typed.kind,
    })),
    covered: read.kinds.map(({ name, covers }) => ({ name, covers })),
    bases: Object.entries(basisWords).map(([value, text]) => ({
      value,
      text,
      hint: null,
      checked: value === typed.basis,
    })),
    levels: read.levels.map((value) => ({
      value,
      text: levelWords[value].name,
      hint: levelWords[value].hint,
      checked: value === typed.level,
    })),
    people: read.people.map(({ person, name, role }) => ({
      value: person,
      text: `${name} (${role})`,
      hint: null,
      checked: typed.named.includes(person),
    })),
    typed,
    examples: { known: dateInWords(read.today), until: dateInWords(addDays(read.today, 180)) },
    problems: problemOfEach(fields, problems),
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
