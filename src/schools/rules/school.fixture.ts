import type { Inspection } from './inspection.ts';
import type { School } from './school.ts';

/** An invented maintained primary school. */
export function schoolWith(changes: Partial<School> = {}): School {
  return {
    urn: '900001',
    name: 'Fen End Primary School',
    laestab: null,
    authorityCode: null,
    authority: 'Invented County',
    region: null,
    district: null,
    constituency: null,
    postcode: null,
    town: null,
    ward: null,
    easting: null,
    northing: null,
    phase: 'primary',
    type: 'Community School',
    gender: null,
    sector: 'maintained',
    status: 'open',
    openedOn: null,
    closedOn: null,
    lowestAge: 4,
    highestAge: 11,
    pupils: 200,
    capacity: 210,
    trust: null,
    sponsor: null,
    federation: null,
    religiousCharacter: null,
    diocese: null,
    idaciQuintile: null,
    head: null,
    category: null,
    registerKnownLater: false,
    sources: [],
    ...changes,
  };
}

/** A full inspection with an overall grade, known five weeks later. */
export function inspected(
  startedOn: string,
  overall: Inspection['overall'],
  changes: Partial<Inspection> = {},
): Inspection {
  return {
    number: `1-${startedOn}`,
    kind: 'graded',
    urnAtTime: '900001',
    nameAtTime: null,
    typeAtTime: null,
    ofThisSchool: true,
    inspectionType: null,
    startedOn,
    publishedOn: startedOn,
    knownOn: startedOn,
    knownOnIsAssumed: false,
    overall,
    category: null,
    judgements: [],
    outcome: null,
    convertedToGraded: null,
    source: { source: 'inspections', row: 2 },
    ...changes,
  };
}
