import type { AllocationProblem } from '#/diagnose/actions/allocate.ts';
import type { OneAdviserRead } from '#/diagnose/actions/read-adviser.ts';
import type { InterestTyped, ProfileTyped } from '#/diagnose/actions/speak-of-adviser.ts';
import { adviserAddress, adviserFormAddress } from '#/platform/web/allocation-addresses.ts';
import { problemOfEach } from '#/platform/web/form-problems.ts';
import { dateInWords, sentence } from '#/platform/web/words.ts';
import { phases } from '#/schools/rules/school.ts';

const errorList = (problems: readonly AllocationProblem[]) =>
  problems.map(({ field, text }) => ({ text, href: `#${field}` }));

/** What was said last, to be said again with what has changed. */
export function profileAsSaid({ profile }: Pick<OneAdviserRead, 'profile'>): ProfileTyped {
  return {
    organisation: profile?.organisation ?? '',
    independent: profile === null ? '' : profile.independent ? 'yes' : 'no',
    phases: profile?.phases ?? [],
    qualifications: profile?.qualifications ?? '',
    experience: profile?.experience ?? '',
    capacity: String(profile?.capacity ?? ''),
    from: '',
  };
}

/** The form of what somebody brings. */
export function profileView(
  { authority, person, name, self, today }: OneAdviserRead,
  typed: ProfileTyped,
  problems: readonly AllocationProblem[],
) {
  const { slug } = authority;
  return {
    heading: self ? 'What you bring as an adviser' : `What ${name} brings as an adviser`,
    action: adviserFormAddress(slug, person, 'profile'),
    back: adviserAddress(slug, person),
    today: dateInWords(today),
    typed,
    phases: phases.map((phase) => ({
      ...{ value: phase, text: sentence(phase) },
      checked: typed.phases.includes(phase),
    })),
    independent: [
      { value: 'yes', text: 'Yes', checked: typed.independent === 'yes' },
      { value: 'no', text: 'No', checked: typed.independent === 'no' },
    ],
    problems: problemOfEach(
      ['phases', 'organisation', 'independent', 'qualifications', 'experience', 'capacity', 'from'],
      problems,
    ),
    errorList: errorList(problems),
  };
}

/** The form of an interest. */
export function interestView(
  { authority, person, name, self, today, open }: OneAdviserRead,
  typed: InterestTyped,
  problems: readonly AllocationProblem[],
) {
  const { slug } = authority;
  return {
    heading: self ? 'Declare an interest in a school' : `Declare an interest of ${name} in a school`,
    action: adviserFormAddress(slug, person, 'interest'),
    back: adviserAddress(slug, person),
    today: dateInWords(today),
    typed,
    schools: open.map((one) => ({ value: one.urn, text: one.name, chosen: one.urn === typed.school })),
    problems: problemOfEach(['school', 'what', 'from', 'until'], problems),
    errorList: errorList(problems),
  };
}
