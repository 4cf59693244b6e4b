import type { AllocationProblem } from '#/diagnose/actions/allocate.ts';
import type { HadBy, SchoolAllocated } from '#/diagnose/actions/allocation-read.ts';
import type { HandOversRead } from '#/diagnose/actions/read-hand-overs.ts';
import type { OneAdviserRead } from '#/diagnose/actions/read-adviser.ts';
import type { TakingTyped } from '#/diagnose/actions/take-schools.ts';
import type { AdviserProfile, DeclaredInterest } from '#/diagnose/rules/allocation/adviser.ts';
import { schoolAddress, withQuery } from '#/platform/web/addresses.ts';
import { adviserFormAddress, giveSchoolsAddress } from '#/platform/web/allocation-addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { problemOfEach } from '#/platform/web/form-problems.ts';
import { openPaperAddress, paperAddress } from '#/platform/web/paper-addresses.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { dateInWords, list, momentInWords, plural, sentence } from '#/platform/web/words.ts';

const roleWords = {
  'intervention officer': 'Intervention officer',
  'challenge partner': 'Challenge partner',
} as const;

interface Refused {
  readonly asked: Omit<TakingTyped, 'from'>;
  readonly problems: readonly AllocationProblem[];
}

const nothingTaken: Refused = { asked: { schools: [], lastDay: '', why: '' }, problems: [] };

/** One officer or partner: what they have, what is to be handed over, what they bring, and what stands in the way. */
export function adviserView(read: OneAdviserRead, handOvers: HandOversRead, refused: Refused = nothingTaken) {
  const { authority, person, adviser, schools, profile, interests, today, mayAllocate, maySpeak } = read;
  const { slug } = authority;
  const nameOf = (urn: string) => read.open.find((one) => one.urn === urn)?.name ?? `school ${urn}`;
  const mayTake = mayAllocate && !read.self && schools.length > 0;
  return {
    name: read.name,
    lead: leadOf(read),
    asAt: dateInWords(today),
    schools: schools.map((one) => ({
      ...schoolCells(read, one),
      urn: one.urn,
      checked: refused.asked.schools.includes(one.urn),
      since: one.given
        .filter((given) => given.person === person)
        .map(({ role, since }) => `${roleWords[role]} since ${dateInWords(since)}`),
      gap: one.gap?.because ?? null,
      doubts: one.doubts.map(({ text }) => text),
      before: beforeOf(one, person),
    })),
    handOvers: {
      toWrite: handOvers.toWrite.map((one) => ({
        ...handOverCells(slug, one),
        to: one.to?.name ?? 'whoever has it next',
      })),
      toTake: handOvers.toTake.map((one) => ({
        ...handOverCells(slug, one),
        from: one.from.name,
      })),
    },
    others: read.others.map(({ school, had }) => ({
      ...schoolCells(read, school),
      role: roleWords[had.role],
      span: spanOf(had),
      why: had.why,
    })),
    profile: profile === null ? null : profileView(profile, today),
    profiles: read.profiles.length,
    interests:
      interests === null
        ? null
        : {
            now: interests.now.map((one) => interestView(one, nameOf)),
            before: interests.before.map((one) => interestView(one, nameOf)),
          },
    speak: maySpeak
      ? {
          profile: adviserFormAddress(slug, person, 'profile'),
          interest: adviserFormAddress(slug, person, 'interest'),
        }
      : null,
    move: mayAllocate && schools.length > 0 ? withQuery(giveSchoolsAddress(slug), { of: [person] }) : null,
    take: mayTake
      ? {
          action: adviserFormAddress(slug, person, 'take'),
          typed: refused.asked,
          problems: problemOfEach(['schools', 'last-day', 'why'], refused.problems),
        }
      : null,
    roles: adviser?.roles.length ?? 0,
    errorList: refused.problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}

function leadOf({ adviser, self, schools }: OneAdviserRead): string {
  if (adviser === null) return 'They are neither an officer nor a partner today.';
  const { caseload } = adviser;
  const ofConcern = caseload.ofConcern === 0 ? 'none' : String(caseload.ofConcern);
  const had =
    schools.length === 0 ? 'no school' : `${plural(schools.length, 'school')}, ${ofConcern} of concern`;
  const most =
    caseload.capacity === null
      ? 'How many are possible has not been said.'
      : `${plural(caseload.capacity, 'is', 'are')} possible${caseload.over > 0 ? `: ${String(caseload.over)} too many` : ''}.`;
  return `${adviser.roles.map((role) => roleWords[role]).join(' and ')}: ${self ? 'you have' : 'has'} ${had}. ${most}`;
}

function schoolCells({ authority, scheme }: OneAdviserRead, one: SchoolAllocated) {
  const { standing, school, urn } = one;
  const tag = standing === null ? null : categoryTag(categoryOf(scheme, standing.category));
  return {
    name: school.name,
    href: schoolAddress(authority.slug, urn),
    phase: sentence(school.phase),
    tag: tag === null ? null : { ...tag, meaning: inBrief(tag.meaning) },
  };
}

/** Who had the school last before them. */
function beforeOf({ had }: SchoolAllocated, person: string): string | null {
  const before = had.findLast((one) => one.person !== person && one.last !== null);
  return before === undefined ? null : `${before.name} ${spanOf(before)}`;
}

function spanOf({ from, last }: Pick<HadBy, 'from' | 'last'>): string {
  return `from ${dateInWords(from)}${last === null ? '' : ` to ${dateInWords(last)}`}`;
}

function handOverCells(slug: string, one: HandOversRead['toWrite'][number]) {
  return {
    school: one.school,
    day: dateInWords(one.on),
    href:
      one.paper === null
        ? openPaperAddress(slug, one.urn, 'hand-over')
        : paperAddress(slug, one.urn, one.paper.id),
    state: one.paper === null ? 'not begun' : one.paper.words,
  };
}

function profileView(profile: AdviserProfile, today: string) {
  return {
    note: profile.from > today ? `Holds from ${dateInWords(profile.from)}.` : null,
    rows: [
      { name: 'Phases', value: list([...profile.phases]) },
      { name: 'From outside the area', value: profile.independent ? 'Yes' : 'No' },
      { name: 'Sent by', value: profile.organisation || 'Nobody: works for themselves or for the authority' },
      { name: 'Qualifications', value: profile.qualifications || 'Not said' },
      { name: 'Experience', value: profile.experience || 'Not said' },
      {
        name: 'Schools at most',
        value: profile.capacity === null ? 'Not said' : plural(profile.capacity, 'school'),
      },
      { name: 'Since', value: dateInWords(profile.from) },
      { name: 'Said by', value: `${profile.said.name}, ${momentInWords(profile.said.at)}` },
    ],
  };
}

function interestView(one: DeclaredInterest, nameOf: (urn: string) => string) {
  return {
    school: nameOf(one.urn),
    what: one.what,
    span: spanOf({ from: one.from, last: one.until }),
    said: `${one.said.name}, ${momentInWords(one.said.at)}`,
  };
}
