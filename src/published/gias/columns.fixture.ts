/** Columns of the register that come with a code before the name, in the full extract. */
const coded = new Set([
  'LA',
  'TypeOfEstablishment',
  'EstablishmentTypeGroup',
  'EstablishmentStatus',
  'ReasonEstablishmentOpened',
  'ReasonEstablishmentClosed',
  'PhaseOfEducation',
  'Boarders',
  'OfficialSixthForm',
  'Gender',
  'ReligiousCharacter',
  'Diocese',
  'AdmissionsPolicy',
  'SpecialClasses',
  'TrustSchoolFlag',
  'Trusts',
  'Federations',
  'OfstedSpecialMeasures',
  'GOR',
  'DistrictAdministrative',
  'AdministrativeWard',
  'ParliamentaryConstituency',
  'UrbanRural',
  'PreviousLA',
  'QABName',
  'EstablishmentAccredited',
]);

/**
 * The full extract of September 2023 in its order; `*` marks what is printed as `(name)`, `#` as `(code)`.
 * Source: https://github.com/MastodonC/witan.gias (src/witan/gias.clj), which reads the extracts of 2023 to 2025.
 */
const september2023 = `URN LA* EstablishmentNumber EstablishmentName TypeOfEstablishment* EstablishmentTypeGroup*
EstablishmentStatus* ReasonEstablishmentOpened* OpenDate ReasonEstablishmentClosed* CloseDate PhaseOfEducation*
StatutoryLowAge StatutoryHighAge Boarders* NurseryProvision* OfficialSixthForm* Gender* ReligiousCharacter* ReligiousEthos*
Diocese* AdmissionsPolicy* SchoolCapacity SpecialClasses* CensusDate NumberOfPupils NumberOfBoys NumberOfGirls PercentageFSM
TrustSchoolFlag* Trusts* SchoolSponsorFlag* SchoolSponsors* FederationFlag* Federations* UKPRN FEHEIdentifier
FurtherEducationType* OfstedLastInsp OfstedSpecialMeasures* LastChangedDate Street Locality Address3 Town County* Postcode
SchoolWebsite TelephoneNum HeadTitle* HeadFirstName HeadLastName HeadPreferredJobTitle BSOInspectorateName* InspectorateReport
DateOfLastInspectionVisit NextInspectionVisit TeenMoth* TeenMothPlaces CCF* SENPRU* EBD* PlacesPRU FTProv* EdByOther*
Section41Approved* SEN1* SEN2* SEN3* SEN4* SEN5* SEN6* SEN7* SEN8* SEN9* SEN10* SEN11* SEN12* SEN13*
TypeOfResourcedProvision* ResourcedProvisionOnRoll ResourcedProvisionCapacity SenUnitOnRoll SenUnitCapacity GOR*
DistrictAdministrative* AdministrativeWard* ParliamentaryConstituency* UrbanRural* GSSLACode* Easting Northing MSOA* LSOA*
InspectorateName* SENStat SENNoStat BoardingEstablishment* PropsName PreviousLA* PreviousEstablishmentNumber OfstedRating*
RSCRegion* Country* UPRN SiteName QABName* EstablishmentAccredited* QABReport CHNumber MSOA# LSOA# FSM AccreditationExpiryDate`;

const full: readonly string[] = september2023.split(/\s+/).flatMap((word) => {
  if (word.endsWith('#')) return [`${word.slice(0, -1)} (code)`];
  if (!word.endsWith('*')) return [word];
  const name = word.slice(0, -1);
  return coded.has(name) ? [`${name} (code)`, `${name} (name)`] : [`${name} (name)`];
});

const without = (columns: readonly string[], ...out: readonly string[]) =>
  columns.filter((column) => !out.some((start) => column.startsWith(start)));

/**
 * Headers of the register by year. The extract of 2021 and 2022 had no expiry of accreditation; Ofsted's grades left the
 * register in January 2025; extracts cut by others often have names without codes.
 */
export const registerHeaders: Readonly<Record<string, readonly string[]>> = {
  'names only, 2022': without(
    full,
    'AccreditationExpiryDate',
    'OfstedSpecialMeasures',
    'Previous',
    'BoardingEstablishment',
    'PropsName',
  ).filter((column) => !column.endsWith('(code)') || /^(LA|MSOA|LSOA) /.test(column)),
  '2021 and 2022': without(full, 'AccreditationExpiryDate'),
  '2023 and 2024': full,
  'since January 2025': without(full, 'OfstedRating', 'OfstedSpecialMeasures'),
};
