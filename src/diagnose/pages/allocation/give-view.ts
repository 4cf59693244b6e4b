import { replaced, toValue, type GivingTyped } from '#/diagnose/actions/giving-typed.ts';
import type { AllocationProblem } from '#/diagnose/actions/allocate.ts';
import type { AllocationRead } from '#/diagnose/actions/allocation-read.ts';
import type { Doubt } from '#/diagnose/rules/allocation/fit.ts';
import type { Query } from '#/platform/web/addresses.ts';
import { allocationAddress, giveSchoolsAddress } from '#/platform/web/allocation-addresses.ts';
import { problemOfEach } from '#/platform/web/form-problems.ts';
import { dateInWords, plural, sentence } from '#/platform/web/words.ts';
import { gapWords, roleWords } from './allocation-words.ts';

/** What the address chooses beforehand: single schools, or all that somebody has, to be moved to somebody else. */
export function givingAsked(query: Query, { schools, advisers }: AllocationRead): GivingTyped {
  const of = query['of']?.at(-1) ?? '';
  const theirs = advisers.find(({ person }) => person === of)?.schools ?? [];
  const asked = query['schools'] ?? [];
  return {
    schools: schools.flatMap(({ urn }) => (theirs.includes(urn) || asked.includes(urn) ? [urn] : [])),
    ...{ to: '', from: '', replaces: 'same role', why: '', despite: '' },
  };
}

/** The form that gives schools, one or several, and ends what others had them for. */
export function giveView(
  read: AllocationRead,
  typed: GivingTyped,
  refused: { readonly problems: readonly AllocationProblem[]; readonly doubts: readonly Doubt[] },
) {
  const { slug } = read.authority;
  const { problems, doubts } = refused;
  const chosen = new Set(typed.schools);
  const ordered = [
    ...read.schools.filter(({ urn }) => chosen.has(urn)),
    ...read.schools.filter(({ urn }) => !chosen.has(urn)),
  ];
  const option = (one: AllocationRead['advisers'][number], role: keyof typeof roleWords) => {
    const { caseload } = one;
    const most = caseload.capacity === null ? '' : ` of ${String(caseload.capacity)}`;
    return {
      value: toValue(role, one.person),
      text: `${one.name}: ${plural(caseload.schools, 'school')}${most}`,
      selected: toValue(role, one.person) === typed.to,
    };
  };
  return {
    action: giveSchoolsAddress(slug),
    back: allocationAddress(slug),
    count: plural(read.schools.length, 'open school'),
    schools: ordered.map(({ urn, school, given, gap }) => ({
      value: urn,
      text: `${school.name} (${school.phase}): ${given.length === 0 ? 'nobody has it' : given.map(({ name }) => name).join(', ')}${gap === null || gap.gap === 'nobody' ? '' : `, ${gapWords[gap.gap].toLowerCase()}`}`,
      checked: chosen.has(urn),
    })),
    groups: (['intervention officer', 'challenge partner'] as const).map((role) => ({
      heading: `${roleWords[role]}s`,
      options: read.advisers.filter(({ roles }) => roles.includes(role)).map((one) => option(one, role)),
    })),
    replaces: Object.entries(replaced).map(([value, text]) => ({
      ...{ value, text },
      checked: value === typed.replaces,
    })),
    typed,
    today: dateInWords(read.today),
    doubts: doubts.map(({ text }) => sentence(text)),
    asksDespite: doubts.some(({ weight }) => weight === 'needs a reason') || typed.despite !== '',
    problems: problemOfEach(['schools', 'to', 'from', 'replaces', 'why', 'despite'], problems),
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
