import { onDay } from '#/platform/web/decided-words.ts';
import type { ConcernWithFacts, ForMembers } from '#/analyse/actions/for-members.ts';
import type { ResultsOfAuthority } from '#/analyse/actions/results-of-authority.ts';
import { membersAddress, overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { behindInWords, besideInWords, measureNumber } from '#/platform/web/measure-words.ts';
import { schemeTitle } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, list, percent, plural, sentence, share, someOf } from '#/platform/web/words.ts';
import type { Overview } from '#/schools/actions/overview.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import { howToRead, notShown, otherSchools, questionsForScrutiny } from './guidance.ts';

/** What the page, the file and the briefing are made of. */
export interface MembersRead {
  readonly members: ForMembers;
  readonly overview: Overview;
  readonly results: ResultsOfAuthority;
}

/** What stands in a cell that is not counted out. */
export const suppressed = 'suppressed: fewer than 6 schools, or would tell of so few';

/** Everything the page for members shows. */
export function membersView(read: MembersRead) {
  const { members, overview } = read;
  const { authority } = members;
  return {
    authority: authority.name,
    answer: answerOf(read),
    phases: phaseRows(overview),
    asAt: dateInWords(overview.asAt),
    noGrade: noGradeWords(overview),
    overviewAddress: overviewAddress(authority.slug),
    results: resultRows(read.results),
    groups: groupsView(members),
    concerns: concernsView(members),
    example: exampleOf(members),
    howToRead,
    questions: questionsForScrutiny,
    notShown,
    otherSchools,
    files: {
      csv: `${membersAddress(authority.slug)}.csv`,
      workbook: `${membersAddress(authority.slug)}.xlsx`,
      document: `${membersAddress(authority.slug)}.docx`,
    },
  };
}

/** The area’s schools in one paragraph: how many, how good, what pupils reach, how many are of concern. */
export function answerOf({ members, overview, results }: MembersRead): readonly string[] {
  const { all } = overview.own.profile;
  const { schools, pupils } = all.goodOrBetter;
  const england = overview.england.find(({ label }) => label === 'good or better');
  return [
    `${members.authority.name} has ${plural(overview.own.schools, 'school')} with ${plural(all.pupils, 'pupil')}, as known on ${dateInWords(overview.asAt)}.`,
    schools.denominator === 0
      ? 'None of them has an overall grade from Ofsted.'
      : `${percent(schools.numerator, schools.denominator)} of those with an overall grade from Ofsted are good or outstanding (${count(schools.numerator)} of ${count(schools.denominator)})${
          england === undefined
            ? ''
            : `; in England ${String(england.number)}% were, as published for ${dateInWords(england.asAt)}`
        }.`,
    ...(pupils.denominator === 0
      ? []
      : [
          `${percent(pupils.numerator, pupils.denominator)} of the pupils of these schools are in a good or outstanding one.`,
        ]),
    ...resultRows(results)
      .slice(0, 1)
      .map(({ words }) => words),
    ...concernWords(members),
  ];
}

function concernWords({ told }: ForMembers): readonly string[] {
  const first = told?.scheme?.groups[0];
  const whole = told?.summary.rows.find(({ kind }) => kind === 'all');
  if (told === null || first === undefined || whole === undefined) return [];
  const number = whole.counted[told.summary.groups.indexOf(first.name)] ?? null;
  if (number === null)
    return [`The number of ${first.many} is not told: it is small, or would tell of a small one.`];
  return [
    `${told.state === null ? 'The authority’s criteria propose' : 'The authority tells'} ${plural(number, first.one, first.many)}: ${someOf(number, whole.schools, 'school')} of which enough is known, ${onDay(told)}.`,
  ];
}

/** How good the schools of each phase are, as Ofsted says: public figures, with what each is a share of. */
export function phaseRows({ own }: Overview) {
  const { all, byPhase } = own.profile;
  return (byPhase.length > 1 ? [...byPhase, all] : byPhase).map((phase) => {
    const { schools, pupils } = phase.goodOrBetter;
    return {
      name: sentence(phase.phase),
      total: phase.phase === 'all phases',
      schools: count(phase.schools),
      percentage: schools.percentage,
      goodOrBetter: share(schools.numerator, schools.denominator),
      pupils: share(pupils.numerator, pupils.denominator),
      withoutGrade: count(phase.schools - schools.denominator),
    };
  });
}

function noGradeWords({ own }: Overview): string {
  const { bySchools, schools, goodOrBetter } = own.profile.all;
  const without = schools - goodOrBetter.schools.denominator;
  if (without === 0) return 'Every school has an overall grade.';
  const since = bySchools['not judged'].numerator + bySchools['report card'].numerator;
  return `${someOf(without, schools, 'school')} ${without === 1 ? 'has' : 'have'} no overall grade and ${without === 1 ? 'is' : 'are'} in none of these shares: ${count(since)} of them because Ofsted has given no overall grades since September 2024.`;
}

/** What pupils reach, a sentence a measure. */
function resultRows({ shown, authority }: ResultsOfAuthority) {
  return (shown?.glance ?? []).flatMap(({ measure, newest, england }) => {
    if (newest.number === null) return [];
    const places = measure.unit === '%' ? 0 : undefined;
    const beside =
      england === null
        ? 'England’s figure is not held here'
        : `${measureNumber(england.number, measure, places)} in England, as published`;
    const number = measureNumber(newest.number, measure);
    return [
      {
        title: measure.title,
        year: schoolYearName(newest.year),
        number,
        behind: behindInWords(newest),
        england: england === null ? null : measureNumber(england.number, measure, places),
        difference:
          england === null ? null : besideInWords(newest.number, england.number, 'England', measure, places),
        status: newest.status === 'provisional' ? 'provisional' : null,
        words: `${measure.title}, ${schoolYearName(newest.year)}: ${number} (${behindInWords(newest)} of ${authority.name}); ${beside}.`,
      },
    ];
  });
}

/** How many schools are in each group, by phase and district, with small numbers left out. */
/** What the groups rest on: decisions, and for schools that were told none what the criteria propose. */
export function restsOnWords({ state, scheme, run }: NonNullable<ForMembers['told']>): string {
  if (state === null)
    return `Proposed by ${schemeTitle(scheme)} for the schools of which enough is known, as known on ${dateInWords(run.asAt)}; a named officer decides, and may differ.`;
  const { decided, schools, on } = state;
  return `As schools are told on ${dateInWords(on)}, of those of which enough is known: decided by named officers for ${someOf(decided, schools, 'school')}${decided < schools ? `, as ${schemeTitle(scheme)} proposes for the others` : ''}.`;
}

function groupsView({ told, authority }: ForMembers) {
  if (told === null) return { told: null, command: `npx middletier analyse --authority ${authority.slug}` };
  const { run, scheme, summary } = told;
  const rows = (kind: 'all' | 'phase' | 'district') =>
    summary.rows
      .filter((row) => row.kind === kind)
      .map((row) => ({
        name: row.kind === 'all' ? 'All schools' : sentence(row.name),
        schools: count(row.schools),
        cells: row.counted.map((number) => (number === null ? null : share(number, row.schools))),
      }));
  const whole = rows('all');
  return {
    told: {
      asAt: told.state === null ? dateInWords(run.asAt) : dateInWords(told.state.on),
      restsOn: restsOnWords(told),
      scheme: schemeTitle(scheme),
      headings: summary.groups.map((name) =>
        sentence(scheme?.groups.find((one) => one.name === name)?.many ?? name),
      ),
      tables: [
        { title: 'By phase', first: 'Phase', rows: [...rows('phase'), ...whole] },
        { title: 'By district', first: 'District', rows: rows('district') },
      ].filter(({ rows: some }) => some.length > 0),
      suppressed,
    },
    command: null,
  };
}

/** The schools of concern in the divisions shown, by name. */
function concernsView(members: ForMembers) {
  const { divisions, chosen, own, concerns, schoolsOfDivisions, authority, told } = members;
  if (divisions === null) return null;
  const where = list(chosen);
  return {
    own,
    choice:
      divisions.length < 2
        ? null
        : {
            action: membersAddress(authority.slug),
            unchosen: own ? 'All of mine' : 'Choose a division',
            options: divisions.map((name) => ({ name, chosen: chosen.length === 1 && chosen[0] === name })),
          },
    nothingToChoose: divisions.length === 0,
    heading: own
      ? `Schools of concern in ${chosen.length === 1 ? `your division, ${where}` : 'your divisions'}`
      : chosen.length === 0
        ? 'Schools of concern in a division'
        : `Schools of concern in ${where}, as its member sees them`,
    answer:
      concerns === null || told === null
        ? null
        : concerns.length === 0
          ? `None of the ${plural(schoolsOfDivisions, 'school')} in ${where} causes concern, ${onDay(told)}.`
          : `${someOf(concerns.length, schoolsOfDivisions, 'school')} in ${where} ${concerns.length === 1 ? 'causes' : 'cause'} concern, ${onDay(told)}.`,
    rows: (concerns ?? []).map((one) => concernRow(one, members)),
  };
}

function concernRow(one: ConcernWithFacts, { authority, told }: ForMembers) {
  return {
    name: one.name,
    href: schoolAddress(authority.slug, one.urn),
    phase: sentence(one.phase),
    pupils: one.pupils === null ? 'not stated' : count(one.pupils),
    group: `${sentence(told?.scheme?.groups.find(({ name }) => name === one.group)?.one ?? one.group)}, ${one.decided ? 'decided' : 'proposed'}`,
    since: dateInWords(one.since),
    inspection:
      one.lastInspection === null
        ? 'none known'
        : `${sentence(one.lastInspection.words)}, ${dateInWords(one.lastInspection.startedOn)}`,
  };
}

/** A share of this page read aloud, as members asked in October 2013 what “39% of the 58 schools” meant. */
function exampleOf({ told, authority }: ForMembers): string | null {
  const row = told?.summary.rows.find(
    ({ kind, counted }) => kind === 'all' && counted.some((n) => n !== null),
  );
  const group = row?.counted.findIndex((number) => number !== null) ?? -1;
  const number = row?.counted[group] ?? null;
  if (told === null || row === undefined || number === null) return null;
  const many = told.scheme?.groups.find(({ name }) => name === told.summary.groups[group])?.many ?? 'schools';
  return `“${share(number, row.schools)} ${many}” says: ${authority.name} has ${plural(row.schools, 'school')} of which enough is known; ${count(number)} of those are in this group; that is ${percent(number, row.schools)}. It does not say that something is true of ${percent(number, row.schools)} of the ${count(number)}.`;
}
