import { managementInformationDay, withSlashes } from '../calendar.ts';
import { isMaintained, isOpenOn, type Establishment } from '../county/lineage.ts';
import type { CountyLife } from '../life/county-life.ts';
import type { Inspected } from '../life/inspection.ts';
import { columnsOf, csvText, inWindows1252, rowOf } from './csv.ts';
import { atTheTime, nothing, schoolValues, yesOrNo, type Values } from './ofsted-school.ts';

/** Ofsted management information, state-funded schools, latest inspections as at 31 August 2025. */
export function ofstedManagementInformation({ lives }: CountyLife): Buffer {
  const columns = columnsOf('ofsted-management-information-2025-08');
  const rows = lives.flatMap((life) => {
    const school = life.establishments.find((establishment) =>
      isOpenOn(establishment, managementInformationDay),
    );
    if (school === undefined) return [];
    const known = life.inspections.filter((inspection) => inspection.publishedOn <= managementInformationDay);
    const graded = known.filter((inspection) => inspection.kind === 'graded');
    const latest = graded.at(-1);
    const ungraded = known.filter(
      (inspection) =>
        inspection.kind === 'ungraded' && (latest === undefined || inspection.startedOn > latest.startedOn),
    );
    const values: Values = {
      ...schoolValues(school),
      ...ungradedValues(school, ungraded),
      ...latestValues(school, latest),
      ...previousValues(school, graded.at(-2)),
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

function ungradedValues(school: Establishment, ungraded: readonly Inspected[]): Values {
  const latest = ungraded.at(-1);
  if (latest === undefined) return {};
  return {
    'Latest ungraded inspection number since last graded inspection': latest.number,
    'Does the ungraded inspection relate to the URN of the current school?': yesOrNo(
      latest.establishment === school,
    ),
    ...atTheTime(latest, 'the ungraded inspection', 'the latest ungraded inspection'),
    'Number of ungraded inspections since the last graded inspection': ungraded.length,
    'Date of latest ungraded inspection': withSlashes(latest.startedOn),
    'Ungraded inspection publication date': withSlashes(latest.publishedOn),
    'Did the latest ungraded inspection convert to a graded inspection?': 'No',
    'Ungraded inspection overall outcome': latest.outcome ?? nothing,
  };
}

function latestValues(school: Establishment, latest: Inspected | undefined): Values {
  const judgements = latest?.judgements ?? null;
  if (latest === undefined || judgements === null) return {};
  return {
    'Number of monitoring and urgent inspections since last graded inspection':
      latest.category === null ? nothing : 1 + (Number(latest.number.slice(-1)) % 2),
    'Inspection number of latest graded inspection': latest.number,
    'Inspection type': latest.type,
    'Inspection type grouping': latest.typeGrouping,
    'Event type grouping': latest.eventGrouping,
    'Inspection start date': withSlashes(latest.startedOn),
    'Publication date': withSlashes(latest.publishedOn),
    'Does the latest graded inspection relate to the URN of the current school?': yesOrNo(
      latest.establishment === school,
    ),
    ...atTheTime(latest, 'latest graded inspection', 'latest graded inspection'),
    'Current school type used for chart C6': chartType(school, latest),
    'Overall effectiveness': latest.overall ?? nothing,
    'Category of concern': latest.category ?? nothing,
    'Quality of education': judgements.qualityOfEducation ?? 9,
    'Behaviour and attitudes': judgements.behaviour ?? 9,
    'Personal development': judgements.personalDevelopment ?? 9,
    'Effectiveness of leadership and management': judgements.leadership,
    'Safeguarding is effective?': judgements.safeguarding === null ? 9 : yesOrNo(judgements.safeguarding),
    'Early years provision (where applicable)': judgements.earlyYears ?? 9,
    'Sixth form provision (where applicable)': judgements.sixthForm ?? 9,
  };
}

function previousValues(school: Establishment, previous: Inspected | undefined): Values {
  const judgements = previous?.judgements ?? null;
  if (previous === undefined || judgements === null) return {};
  return {
    'Previous inspection number': previous.number,
    'Previous inspection start date': withSlashes(previous.startedOn),
    'Previous publication date': withSlashes(previous.publishedOn),
    'Does the previous graded inspection relate to the URN of the current school?': yesOrNo(
      previous.establishment === school,
    ),
    ...atTheTime(previous, 'previous graded inspection', 'previous graded inspection'),
    'Previous graded inspection overall effectiveness': previous.overall ?? nothing,
    'Previous category of concern': previous.category ?? nothing,
    'Previous quality of education': judgements.qualityOfEducation ?? 9,
    'Previous behaviour and attitudes': judgements.behaviour ?? 9,
    'Previous personal development': judgements.personalDevelopment ?? 9,
    'Previous effectiveness of leadership and management': judgements.leadership,
    'Previous safeguarding is effective?':
      judgements.safeguarding === null ? 9 : yesOrNo(judgements.safeguarding),
    'Previous early years provision (where applicable)': judgements.earlyYears ?? 9,
    'Previous sixth form provision (where applicable)': judgements.sixthForm ?? 9,
  };
}

/** Ofsted's chart C6 groups by how the school runs now; the file itself is not consistent in its capitals. */
function chartType(school: Establishment, latest: Inspected): string {
  if (isMaintained(school.running)) return 'Maintained school';
  if (school.running === 'sponsored')
    return latest.establishment === school ? 'Academy sponsor led' : 'Not inspected in current form';
  if (school.running.includes('free school')) return 'Free school';
  return latest.establishment === school ? 'Academy converter' : 'Academy Converter';
}
