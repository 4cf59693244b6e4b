import type { Register } from '#/analyse/actions/analysis-read.ts';
import { registerAddress, schoolAddress } from '#/platform/web/addresses.ts';
import {
  count,
  dateInWords,
  knownLaterInWords,
  percent,
  plural,
  sentence,
  share,
  someOf,
} from '#/platform/web/words.ts';
import type { Overview } from '#/schools/actions/overview.ts';
import { nextView } from './next-view.ts';
import { profileTable } from './profile-table.ts';

type Phase = Overview['own']['profile']['all'];

const concernWords = {
  SM: 'Special measures',
  SWK: 'Serious weaknesses',
  RSI: 'Requires significant improvement',
  NTI: 'Notice to improve',
} as const;

/**
 * Everything the overview of an authority shows.
 *
 * @param register `null` for a reader who may not see categories
 */
export function overviewView(overview: Overview, name: string, slug: string, register: Register | null) {
  const { own, asAt, stuck } = overview;
  const { all, byPhase } = own.profile;
  return {
    name,
    asAt: dateInWords(asAt),
    summary: summaryOf(overview, name),
    size: `${plural(own.schools, 'school')}, ${plural(all.pupils, 'pupil')}`,
    withoutPupils:
      all.schoolsWithoutPupils === 0
        ? null
        : `The number of pupils is not stated for ${share(all.schoolsWithoutPupils, all.schools)} of the schools; they are left out of the shares of pupils.`,
    knownLater:
      all.knownLater.numerator === 0
        ? null
        : `${knownLaterInWords(all.knownLater)}: what they are is told as of that day.`,
    profile: profileTable(overview),
    noInspectionFile: all.bySchools['no inspection file'].numerator > 0,
    phases: (byPhase.length > 1 ? [...byPhase, all] : byPhase).map((phase) =>
      phaseRow(phase, all.bySchools['no inspection file'].numerator > 0),
    ),
    england: englandWords(overview),
    reportCards:
      all.reportCards.schools === 0
        ? null
        : {
            schools: plural(all.reportCards.schools, 'school'),
            areas: all.reportCards.areas.map(({ area, grades }) => ({
              area,
              grades: grades.map((one) => ({
                grade: one.grade,
                schools: share(one.schools.numerator, one.schools.denominator),
              })),
            })),
          },
    concern: all.categoriesOfConcern.map((one) => ({
      words: concernWords[one.category],
      schools: someOf(one.schools.numerator, one.schools.denominator, 'school'),
    })),
    predecessors: someOf(all.gradedAsPredecessor.numerator, all.gradedAsPredecessor.denominator, 'school'),
    stuck: {
      share: someOf(all.stuck.numerator, all.stuck.denominator, 'school'),
      schools: stuck.map(({ school, reason }) => ({
        name: school.name,
        phase: sentence(school.phase),
        district: school.district ?? 'not stated',
        href: schoolAddress(slug, school.urn),
        reason,
      })),
    },
    next: register === null ? null : nextView(register, slug),
    registerAddress: registerAddress(slug),
  };
}

/** The answer in one sentence: how many are good or better, of those that have an overall grade, beside England. */
function summaryOf({ own, england, asAt }: Overview, name: string): string {
  const { numerator, denominator } = own.profile.all.goodOrBetter.schools;
  if (denominator === 0) return `No school of ${name} had an overall grade on ${dateInWords(asAt)}.`;
  const figure = england.find((one) => one.label === 'good or better');
  const beside =
    figure === undefined
      ? ''
      : ` England: ${String(figure.number)}% (as published for ${dateInWords(figure.asAt)}).`;
  return `${percent(numerator, denominator)} of the schools with an overall grade were good or outstanding: ${count(numerator)} of ${count(denominator)}, as known on ${dateInWords(asAt)}.${beside}`;
}

function englandWords({ england }: Overview) {
  const [first] = england;
  return first === undefined
    ? null
    : {
        asAt: dateInWords(first.asAt),
        source: first.source,
        link: first.source.startsWith('https://') ? first.source : null,
        linkText: linkTextOf(first),
        unconfirmed: first.status === 'unconfirmed',
      };
}

/** A link says what it leads to; the address itself is printed on paper only. */
function linkTextOf({ asAt, source }: Overview['england'][number]): string {
  const site = source.startsWith('https://www.gov.uk/') ? 'on GOV.UK' : 'by its publisher';
  return `statistics published ${site} for ${dateInWords(asAt)}`;
}

function phaseRow(phase: Phase, noInspectionFile: boolean) {
  const { goodOrBetter, bySchools } = phase;
  const own = (outcome: keyof typeof bySchools) => count(bySchools[outcome].numerator);
  return {
    phase: sentence(phase.phase),
    total: phase.phase === 'all phases',
    schools: count(phase.schools),
    pupils: count(phase.pupils),
    counts: [
      own('outstanding'),
      own('good'),
      own('requires improvement'),
      own('inadequate'),
      own('not judged'),
      own('report card'),
      own('not yet inspected'),
      ...(noInspectionFile ? [own('no inspection file')] : []),
    ],
    shares: [goodOrBetter.schools, goodOrBetter.pupils].map(({ numerator, denominator }) => ({
      percent: denominator === 0 ? 'none' : percent(numerator, denominator),
      of: `${count(numerator)} of ${count(denominator)}`,
    })),
    stuck: count(phase.stuck.numerator),
  };
}
