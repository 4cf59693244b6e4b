import { presentDay, withSlashes } from '../calendar.ts';
import { isOpenOn, type Establishment } from '../county/lineage.ts';
import type { CountyLife } from '../life/county-life.ts';
import type { Inspected } from '../life/inspection.ts';
import { columnsOf, csvText, inWindows1252, rowOf } from './csv.ts';
import { atTheTime, nothing, schoolValues, yesOrNo, type Values } from './ofsted-school.ts';

/**
 * Ofsted management information with report cards, as at the spring of 2026. A report card takes the place of the
 * grades of the framework before it (OEIF), as in the published rows; a category that does not exist is left blank.
 */
export function ofstedReportCards({ lives }: CountyLife): Buffer {
  const columns = columnsOf('ofsted-report-cards-2026');
  const rows = lives.flatMap((life) => {
    const school = life.establishments.find((establishment) => isOpenOn(establishment, presentDay));
    if (school === undefined) return [];
    const known = life.inspections.filter((inspection) => inspection.publishedOn <= presentDay);
    const graded = known.filter((inspection) => inspection.kind === 'graded').at(-1);
    const full = known.filter((inspection) => inspection.kind === 'report card').at(-1);
    const ungraded = known
      .filter(
        (inspection) =>
          inspection.kind === 'ungraded' && (graded === undefined || inspection.startedOn > graded.startedOn),
      )
      .at(-1);
    const values: Values = {
      ...schoolValues(school),
      ...fullValues(school, full),
      ...(full === undefined ? earlierValues(school, graded) : {}),
      ...ungradedValues(school, ungraded),
      'Most recent category of concern': (full ?? graded)?.category ?? '',
    };
    return [rowOf(columns, values, nothing)];
  });
  return inWindows1252(
    csvText(
      columns,
      rows.toSorted((one, other) => ((one[1] ?? '') < (other[1] ?? '') ? -1 : 1)),
    ),
  );
}

function fullValues(school: Establishment, full: Inspected | undefined): Values {
  const card = full?.card ?? null;
  if (full === undefined || card === null) return {};
  const on = withSlashes(full.startedOn);
  return {
    'Inspection number of latest full inspection': full.number,
    'Inspection type': full.type,
    'Inspection type grouping': full.typeGrouping,
    'Event type grouping': full.eventGrouping,
    'Inspection start date': on,
    'Publication date': withSlashes(full.publishedOn),
    'Does the latest full inspection relate to the URN of the current school?': yesOrNo(
      full.establishment === school,
    ),
    ...atTheTime(full, 'latest full inspection', 'latest full inspection'),
    'Category of concern': full.category ?? '',
    'Safeguarding standards': card.safeguardingMet ? 'Met' : 'Not met',
    'Safeguarding standards - date of grade': on,
    Inclusion: card.inclusion,
    'Inclusion - date of grade': on,
    'Curriculum and teaching': card.curriculum,
    'Curriculum and teaching - date of grade': on,
    Achievement: card.achievement,
    'Achievement - date of grade': on,
    'Attendance and behaviour': card.attendance,
    'Attendance and behaviour - date of grade': on,
    'Personal development and wellbeing': card.personalDevelopment,
    'Personal development and wellbeing - date of grade': on,
    'Early years (where applicable)': card.earlyYears ?? 'Not applicable',
    'Early years - date of grade': on,
    'Post-16 provision (where applicable)': card.post16 ?? 'Not applicable',
    'Post-16 provision - date of grade': on,
    'Leadership and governance': card.leadership,
    'Leadership and governance - date of grade': on,
  };
}

function earlierValues(school: Establishment, graded: Inspected | undefined): Values {
  const judgements = graded?.judgements ?? null;
  if (graded === undefined || judgements === null) return {};
  return {
    'Inspection number of latest OEIF graded inspection': graded.number,
    'Inspection type of latest OEIF graded inspection': graded.type,
    'Inspection type grouping of latest OEIF graded inspection': graded.typeGrouping,
    'Event type grouping of latest OEIF graded inspection': graded.eventGrouping,
    'Inspection start date of latest OEIF graded inspection': withSlashes(graded.startedOn),
    'Publication date of latest OEIF graded inspection': withSlashes(graded.publishedOn),
    'Does the latest OEIF graded inspection relate to the URN of the current school?': yesOrNo(
      graded.establishment === school,
    ),
    ...atTheTime(graded, 'latest OEIF graded inspection', 'latest OEIF graded inspection'),
    'Latest OEIF category of concern': graded.category ?? '',
    'Latest OEIF overall effectiveness': graded.overall ?? nothing,
    'Latest OEIF quality of education': judgements.qualityOfEducation ?? 9,
    'Latest OEIF behaviour and attitudes': judgements.behaviour ?? 9,
    'Latest OEIF personal development': judgements.personalDevelopment ?? 9,
    'Latest OEIF effectiveness of leadership and management': judgements.leadership,
    // Two spaces, as published.
    'Latest OEIF  safeguarding is effective?':
      judgements.safeguarding === null ? 9 : yesOrNo(judgements.safeguarding),
    'Latest OEIF early years provision (where applicable)': judgements.earlyYears ?? 9,
    'Latest OEIF sixth form provision (where applicable)': judgements.sixthForm ?? 9,
  };
}

function ungradedValues(school: Establishment, ungraded: Inspected | undefined): Values {
  if (ungraded === undefined) return {};
  return {
    'Latest ungraded inspection number': ungraded.number,
    'Date of latest ungraded inspection': withSlashes(ungraded.startedOn),
    'Ungraded inspection publication date': withSlashes(ungraded.publishedOn),
    'Does the ungraded inspection relate to the URN of the current school?': yesOrNo(
      ungraded.establishment === school,
    ),
    ...atTheTime(ungraded, 'the ungraded inspection', 'the ungraded inspection'),
    'Ungraded inspection overall outcome': ungraded.outcome ?? nothing,
  };
}
