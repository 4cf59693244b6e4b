import { overviewAddress, schoolAddress, withQuery } from './addresses.ts';

/** Where it is kept what came to services’ ears about schools. */

/** The register of all schools. */
export function intelligenceAddress(authority: string): string {
  return `${overviewAddress(authority)}/intelligence`;
}

/** The form; of a school, where one is given. */
export function tellOfIntelligenceAddress(authority: string, urn?: string): string {
  return withQuery(`${intelligenceAddress(authority)}/tell`, { school: urn === undefined ? [] : [urn] });
}

/** What is known of one school beside its data. */
export function schoolIntelligenceAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/intelligence`;
}

/** One entry, with what became of it. */
export function intelligenceEntryAddress(authority: string, urn: string, entry: string): string {
  return `${schoolIntelligenceAddress(authority, urn)}/${encodeURIComponent(entry)}`;
}

/** What schools and governing bodies say of themselves. */
export function selfAssessmentsAddress(authority: string): string {
  return `${overviewAddress(authority)}/self-assessments`;
}
