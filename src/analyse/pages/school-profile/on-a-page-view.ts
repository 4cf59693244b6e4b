import type { SchoolOnAPage } from '#/analyse/actions/read-school-on-a-page.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { credits } from '#/platform/web/credits.ts';
import { pupilsCell } from '#/platform/web/export-notes.ts';
import { groupInWords, measureNumber, measureRange } from '#/platform/web/measure-words.ts';
import { dateInWords, plural, share } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import type { MeasureResults } from '#/schools/rules/results-by-year.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import { factsView } from './facts-view.ts';
import { schoolView } from './school-view.ts';

/** The results that a first page tells, as far as the school has them; the profile tells the others. */
const keyResults: readonly MeasureId[] = [
  'early-years-good-level',
  'phonics-year-1',
  'ks2-rwm-expected',
  'ks2-rwm-higher',
  'ks2-reading-progress',
  'ks2-writing-progress',
  'ks2-maths-progress',
  'ks4-attainment-8',
  'ks4-progress-8',
  'ks4-english-maths-9-5',
  'ks4-ebacc-entry',
];
const attendance: readonly MeasureId[] = ['absence-overall', 'absence-persistent-10'];
const intake: readonly (readonly [MeasureId, string])[] = [
  ['pupils-free-meals-ever', 'Free school meals in the last six years'],
  ['pupils-eal', 'First language not English'],
  ['pupils-sen-support', 'Support for special needs'],
  ['pupils-sen-plan', 'Education, health and care plan'],
];

/** What fits a sheet, newest first; the profile has all of them. */
const inspectionsShown = 4;
const rollYears = 5;
const headsShown = 4;
const factsShown = 12;

/** Everything the sheet says. */
export function onAPageView(read: SchoolOnAPage) {
  const { evidence, authority, results } = read;
  const { name, summary, asAt, opinion, decided, whyNoOpinion, inspections } = schoolView(read);
  const find = (id: MeasureId): MeasureResults | undefined => results.find(({ measure }) => measure === id);
  const rolls = (find('pupils-on-roll')?.years ?? []).filter(({ number }) => number !== null);
  const heads = evidence.heads.toReversed();
  return {
    name,
    summary,
    asAt,
    profile: schoolAddress(authority.slug, evidence.school.urn),
    facts: factsView(evidence.school).slice(0, factsShown),
    opinion,
    decided,
    whyNoOpinion,
    results: keyResults.flatMap((id) => resultRow(find(id), read)),
    similar: evidence.similar === null ? null : plural(evidence.similar.schools.length, 'similar school'),
    attendance: attendance.flatMap((id) => resultRow(find(id), read)),
    gap: gapView(read),
    intake: intake.flatMap(([id, title]) => intakeRow(find(id), title)),
    rolls: rolls.slice(-rollYears).map(({ year, number }) => ({
      year: schoolYearName(year),
      pupils: plural(number ?? 0, 'pupil'),
    })),
    heads: heads.slice(0, headsShown).map((head) => ({
      name: head.name,
      since: dateInWords(head.firstKnownOn),
    })),
    inspections: {
      rows: inspections.rows
        .slice(0, inspectionsShown)
        .map(({ on, kind, outcome, category, school }) => ({ on, kind, outcome, category, school })),
      more: Math.max(0, inspections.rows.length - inspectionsShown),
      whyNone: inspections.whyNone,
    },
    sources: credits(read.sources).map((credit) => ({
      name: credit.name,
      newest: credit.files.at(-1)?.words ?? '',
      more: credit.files.length - 1,
    })),
  };
}

/** The newest year with a number, or the newest with a reason for none, beside England and the similar schools. */
function resultRow(found: MeasureResults | undefined, { evidence }: SchoolOnAPage) {
  const told = found?.years.findLast(({ number }) => number !== null) ?? found?.years.at(-1);
  if (found === undefined || told === undefined) return [];
  const words = { ...found, id: found.measure };
  const places = found.unit === '%' && found.publication !== 'absence' ? 0 : undefined;
  const { year, number, why, pupils, interval, england, before } = told;
  const mean = evidence.similar?.means.find(
    (one) => one.measure === found.measure && one.year === year && one.group === 'all',
  );
  const shown = (one: number): string => measureNumber(one, words, places);
  return [
    {
      title: found.title,
      year: schoolYearName(year),
      number: number === null ? null : shown(number),
      why,
      pupils: pupils === null ? null : plural(pupils, 'pupil'),
      before,
      range: interval === null ? null : measureRange(interval, words),
      england: found.kind === 'progress' ? '0 by definition' : england === null ? null : shown(england),
      similar: mean === undefined ? null : measureNumber(mean.number, words),
    },
  ];
}

function gapView({ gap }: SchoolOnAPage) {
  if (gap === null) return null;
  const { measure, year, sides } = gap;
  const places = measure.unit === '%' ? 0 : undefined;
  return {
    title: measure.title,
    year: schoolYearName(year),
    rows: sides.map(({ group, value, england }) => ({
      group: groupInWords(group),
      number:
        value !== null && 'number' in value.value ? measureNumber(value.value.number, measure, places) : null,
      why: value !== null && 'missing' in value.value ? value.value.missing : 'not in the files imported',
      pupils: value === null ? null : String(pupilsCell(value.cohort)),
      england: england === null ? null : measureNumber(england, measure, places),
    })),
  };
}

/** A count of the census as a share of those it is out of; few pupils are not counted out on paper. */
function intakeRow(found: MeasureResults | undefined, title: string) {
  const told = found?.years.findLast(({ number }) => number !== null);
  if (told === undefined || told.number === null || told.pupils === null) return [];
  const few = pupilsCell(told.number);
  return [
    {
      title,
      value:
        typeof few === 'string'
          ? `${few} of ${String(told.pupils)}`
          : share(Math.round(told.number), told.pupils),
      year: schoolYearName(told.year),
    },
  ];
}
