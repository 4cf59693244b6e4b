import {
  isShare,
  type Column,
  type InspectionFacts,
  type Layout,
  type RegisterFacts,
  type ResultFacts,
} from '#/published/layout.ts';

type Named = Column | null | undefined;

function inRegister(register: RegisterFacts): readonly Named[] {
  return [
    ...Object.values(register.text),
    ...Object.values(register.dates),
    ...Object.values(register.numbers),
    ...(register.head ?? []),
    register.category,
    register.authorityCode,
    register.establishmentNumber,
    register.status?.[0],
    ...register.phase.map(([column]) => column),
  ];
}

function inInspection(inspection: InspectionFacts): readonly Named[] {
  return [
    inspection.given,
    inspection.before?.opened,
    inspection.before?.urn,
    inspection.number,
    inspection.startedOn,
    inspection.publishedOn,
    inspection.urnAtTime,
    inspection.nameAtTime,
    inspection.typeAtTime,
    inspection.inspectionType,
    inspection.overall?.[0],
    inspection.category,
    ...inspection.judgements.flatMap((judgement) => [judgement.column, judgement.gradedOn]),
    inspection.outcome,
    inspection.converted,
  ];
}

function inResults(results: ResultFacts): readonly Named[] {
  const { signs, england, kinds } = results.year;
  return [
    results.recordType,
    results.authorityCode,
    results.notStateFunded?.[0],
    ...results.measures.flatMap((measure) => [
      measure.column,
      ...measure.cohort.flatMap((cohort) => (isShare(cohort) ? [cohort.pupils, cohort.share] : [cohort])),
      ...(measure.interval ?? []),
    ]),
    ...signs.map((sign) => sign.column),
    england?.weight,
    kinds?.shareOf,
  ];
}

/** Every column a layout names: those that are read, and those a stranger is compared with. */
export function knownColumns(layout: Layout): readonly Column[] {
  const links = layout.links;
  const named: readonly Named[] = [
    ...layout.signature,
    ...layout.anyOf,
    layout.urn,
    ...layout.newest,
    ...(layout.register === undefined ? [] : inRegister(layout.register)),
    ...(layout.inspections ?? []).flatMap(inInspection),
    ...(links === undefined ? [] : [links.to, links.name, links.type, links.establishedOn]),
    ...(layout.results === undefined ? [] : inResults(layout.results)),
    ...(layout.neighbours?.others ?? []),
  ];
  return named.filter((column) => column !== null && column !== undefined);
}
