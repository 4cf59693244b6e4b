import type { IsoDate } from '#/schools/rules/dates.ts';
import { withHyphens } from '../calendar.ts';
import { placeOf } from '../county/coordinates.ts';
import { constituencyCode, dioceses, districts } from '../county/county.ts';
import { headOn } from '../county/heads.ts';
import { isMaintained, isPrimary, type Establishment } from '../county/lineage.ts';
import type { CountyLife } from '../life/county-life.ts';
import { linksOf } from './gias-links.ts';
import { columnsOf, csvText, inWindows1252, rowOf } from './csv.ts';
import { registerPhase, runningWords } from './words.ts';

/** Get Information about Schools, all fields, open and closed establishments, as they stood on a day. */
export function giasEstablishments(life: CountyLife, on: IsoDate): Buffer {
  const columns = columnsOf('gias-establishments');
  const inspected = lastInspectionDays(life, on);
  const links = linksOf(life).filter((link) => link.opensOn <= on);
  const rows = life.establishments
    .filter((establishment) => establishment.opensOn === null || establishment.opensOn <= on)
    .toSorted((one, other) => (one.urn < other.urn ? -1 : 1))
    .map((establishment) => asOn(establishment, on))
    .map((establishment) => {
      const linked = links
        .filter((link) => link.urn === establishment.urn)
        .map((link) => `${link.linkUrn} ${link.relation}`)
        .join(', ');
      return rowOf(columns, {
        ...identity(establishment, on),
        ...character(establishment),
        ...pupilsAndPlaces(establishment, on),
        ...trustAndFederation(establishment),
        ...headOf(establishment, on),
        ...address(establishment),
        OfstedLastInsp: inspected.get(establishment.urn) ?? '',
        'Linked establishments': linked === '' ? 'Does not have links' : linked,
      });
    });
  return inWindows1252(csvText(columns, rows));
}

/** Nobody knows on the day of a closure to come. */
function asOn(establishment: Establishment, on: IsoDate): Establishment {
  if (establishment.closesOn === null || establishment.closesOn <= on) return establishment;
  return { ...establishment, closesOn: null, closedBecause: 'Not applicable' };
}

type Values = Readonly<Record<string, string | number>>;

function identity(establishment: Establishment, on: IsoDate): Values {
  const { lineage } = establishment;
  const words = runningWords[establishment.running];
  return {
    URN: establishment.urn,
    'LA (code)': lineage.authority.code,
    'LA (name)': lineage.authority.name,
    EstablishmentNumber: establishment.estab,
    EstablishmentName: establishment.name,
    'TypeOfEstablishment (name)': words.register,
    'EstablishmentTypeGroup (name)': words.registerGroup,
    'EstablishmentStatus (name)': establishment.closesOn === null ? 'Open' : 'Closed',
    'ReasonEstablishmentOpened (name)': establishment.openedBecause,
    OpenDate: establishment.opensOn === null ? '' : withHyphens(establishment.opensOn),
    'ReasonEstablishmentClosed (name)': establishment.closedBecause,
    CloseDate: establishment.closesOn === null ? '' : withHyphens(establishment.closesOn),
    'PhaseOfEducation (name)': registerPhase[lineage.kind],
    StatutoryLowAge: lineage.lowestAge,
    StatutoryHighAge: lineage.highestAge,
    LastChangedDate: withHyphens(establishment.closesOn ?? on),
    UKPRN: `99${establishment.urn}`,
  };
}

function character({ lineage, running }: Establishment): Values {
  const none = isMaintained(running) ? 'Does not apply' : 'None';
  const special = lineage.kind === 'special' || lineage.kind === 'pupil referral unit';
  return {
    'Boarders (name)': 'No boarders',
    'NurseryProvision (name)': special
      ? 'Not applicable'
      : lineage.nurseryClass
        ? 'Has Nursery Classes'
        : 'No Nursery Classes',
    'OfficialSixthForm (name)': lineage.sixthForm
      ? 'Has a sixth form'
      : special || lineage.kind === 'nursery'
        ? 'Not applicable'
        : 'Does not have a sixth form',
    'Gender (name)': 'Mixed',
    'ReligiousCharacter (name)': lineage.character === 'none' ? none : lineage.character,
    'ReligiousEthos (name)': 'Does not apply',
    'Diocese (name)': lineage.character === 'none' ? 'Not applicable' : dioceses[lineage.character],
    'AdmissionsPolicy (name)': lineage.kind === 'secondary' ? 'Non-selective' : 'Not applicable',
    'SpecialClasses (name)':
      isPrimary(lineage.kind) || lineage.kind === 'secondary' ? 'No Special Classes' : 'Not applicable',
    'FurtherEducationType (name)': 'Not applicable',
    'BSOInspectorateName (name)': 'Not applicable',
    'TeenMoth (name)': 'Not applicable',
    'CCF (name)': 'Not applicable',
    'SENPRU (name)': 'Not applicable',
    'EBD (name)': 'Not applicable',
    'EdByOther (name)': 'Not applicable',
    'Section41Approved (name)': 'Not applicable',
    'TypeOfResourcedProvision (name)': 'Not applicable',
    'QABName (name)': 'Not applicable',
    'EstablishmentAccredited (name)': 'Not applicable',
  };
}

/** Counts of the January census before; none for a school that opened since. */
function pupilsAndPlaces({ lineage, opensOn, closesOn }: Establishment, on: IsoDate): Values {
  const census = on.startsWith('2025') ? '2025-01-16' : '2026-01-15';
  if (closesOn !== null || (opensOn !== null && opensOn > `${census.slice(0, 4)}-01-01`))
    return { SchoolCapacity: lineage.capacity };
  const boys = Math.round(lineage.pupils * (0.46 + (lineage.id % 9) / 100));
  const meals = Math.round((lineage.pupils * (60 + 55 * lineage.quintile + (lineage.id % 13) * 4)) / 1000);
  return {
    SchoolCapacity: lineage.capacity,
    CensusDate: withHyphens(census),
    NumberOfPupils: lineage.pupils,
    NumberOfBoys: boys,
    NumberOfGirls: lineage.pupils - boys,
    PercentageFSM: String(Math.round((1000 * meals) / lineage.pupils) / 10),
    FSM: meals,
  };
}

/** The register names heads of open schools only. */
function headOf({ lineage, closesOn }: Establishment, on: IsoDate): Values {
  if (closesOn !== null) return {};
  const { title, first, last } = headOn(lineage, on);
  return {
    'HeadTitle (name)': title,
    HeadFirstName: first,
    HeadLastName: last,
    HeadPreferredJobTitle: 'Headteacher',
  };
}

function trustAndFederation({ lineage, running, trust }: Establishment): Values {
  const maintained = isMaintained(running);
  return {
    'TrustSchoolFlag (name)': trust === null ? 'Not applicable' : 'Supported by a multi-academy trust',
    'Trusts (name)': trust?.name ?? '',
    'SchoolSponsorFlag (name)': trust === null ? 'Not applicable' : 'Linked to a sponsor',
    'SchoolSponsors (name)': trust?.name ?? '',
    'FederationFlag (name)': !maintained
      ? 'Not applicable'
      : lineage.federation === null
        ? 'Not under a federation'
        : 'Supported by a federation',
    'Federations (name)': maintained ? (lineage.federation ?? '') : '',
  };
}

function address({ lineage }: Establishment): Values {
  const { easting, northing } = placeOf(lineage);
  const district = districts.find((candidate) => candidate.name === lineage.district);
  // No area has a code in the 999 thousands.
  const area = `999${district?.code.slice(-3) ?? '000'}`;
  return {
    Street: lineage.street,
    Locality: lineage.locality === lineage.town ? '' : lineage.locality,
    Town: lineage.town,
    'County (name)': lineage.authority.name,
    Postcode: lineage.postcode,
    'GOR (name)': lineage.authority.region,
    'DistrictAdministrative (name)': lineage.district,
    'AdministrativeWard (name)':
      lineage.rural && lineage.locality !== '' ? `${lineage.locality} and Villages` : `${lineage.town} Town`,
    'ParliamentaryConstituency (name)': lineage.constituency,
    'UrbanRural (name)': lineage.rural
      ? '(England/Wales) Rural village'
      : '(England/Wales) Urban city and town',
    'GSSLACode (name)': lineage.authority.gssCode,
    'MSOA (name)': `${lineage.district} 0${constituencyCode(lineage.constituency).slice(-2)}`,
    'LSOA (name)': `${lineage.district} 0${constituencyCode(lineage.constituency).slice(-2)}A`,
    Easting: easting,
    Northing: northing,
    'RSCRegion (name)': lineage.authority.region,
    'MSOA (code)': `E02${area}`,
    'LSOA (code)': `E01${area}`,
  };
}

function lastInspectionDays({ lives }: CountyLife, on: IsoDate): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const life of lives) {
    for (const inspection of life.inspections) {
      if (inspection.publishedOn <= on)
        days.set(inspection.establishment.urn, withHyphens(inspection.startedOn));
    }
  }
  return days;
}
