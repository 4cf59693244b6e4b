import { withSlashes } from '../calendar.ts';
import type { Establishment } from '../county/lineage.ts';
import type { Inspected } from '../life/inspection.ts';
import { ofstedPhase, runningWords } from './words.ts';

export type Values = Readonly<Record<string, string | number>>;

/** The word Ofsted writes where there is nothing to say. */
export const nothing = 'NULL';

export function laestabOf(establishment: Establishment): string {
  return `${establishment.lineage.authority.code}${String(establishment.estab).padStart(4, '0')}`;
}

/** The part of a row that says which school it is: the same in the files of August 2025 and of the report cards. */
export function schoolValues(establishment: Establishment): Values {
  const { lineage, trust } = establishment;
  const faith = lineage.character !== 'none';
  return {
    'Web Link (opens in new window)': `http://www.ofsted.gov.uk/inspection-reports/find-inspection-report/provider/ELS/${establishment.urn}`,
    URN: establishment.urn,
    LAESTAB: laestabOf(establishment),
    'School name': establishment.name,
    'Ofsted phase': ofstedPhase[lineage.kind],
    'Type of education': runningWords[establishment.running].ofsted,
    'School open date': establishment.opensOn === null ? nothing : withSlashes(establishment.opensOn),
    'Admissions policy': lineage.kind === 'secondary' ? 'Non-selective' : 'Not applicable',
    'Sixth form': lineage.sixthForm
      ? 'Has a sixth form'
      : lineage.kind === 'nursery' || lineage.kind === 'pupil referral unit'
        ? 'Not applicable'
        : 'Does not have a sixth form',
    'Designated religious character': faith ? lineage.character : trust === null ? 'Does not apply' : nothing,
    'Religious ethos': faith || trust === null ? 'Does not apply' : nothing,
    'Faith grouping': faith ? 'Christian' : 'Non-faith',
    'Ofsted region': lineage.authority.region,
    Region: lineage.authority.region,
    'Local authority': lineage.authority.name,
    'Parliamentary constituency': lineage.constituency,
    'Multi-academy trust UID': trust?.uid ?? nothing,
    'Multi-academy trust name': trust?.name ?? nothing,
    'Academy sponsor UID': trust?.sponsorUid ?? nothing,
    'Academy sponsor name': trust?.name ?? nothing,
    Postcode: lineage.postcode,
    'The income deprivation affecting children index (IDACI) quintile': lineage.quintile,
    'Total number of pupils': lineage.pupils,
    'Statutory lowest age': lineage.lowestAge,
    'Statutory highest age': lineage.highestAge,
  };
}

/** The school as it was at an inspection, under column names that end in `atTheTime`. */
export function atTheTime(inspection: Inspected, urnColumn: string, nameColumn: string): Values {
  const { establishment } = inspection;
  return {
    [`URN at time of ${urnColumn}`]: establishment.urn,
    [`LAESTAB at time of ${urnColumn}`]: laestabOf(establishment),
    [`School name at time of ${nameColumn}`]: establishment.name,
    [`School type at time of ${nameColumn}`]: runningWords[establishment.running].ofsted,
  };
}

export function yesOrNo(yes: boolean): string {
  return yes ? 'Yes' : 'No';
}
