import { overviewAddress, schoolAddress } from './addresses.ts';

/** Diagnoses, improvement plans and their reviews, of all schools and of one. */

/** Which schools owe a plan, and how every plan stands. */
export function plansAddress(authority: string): string {
  return `${overviewAddress(authority)}/plans`;
}

/** The plan of a school with its reviews: for both sides. */
export function planOfSchoolAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/plan`;
}

/** Who has a diagnosis, and who waits how long. */
export function diagnosesAddress(authority: string): string {
  return `${overviewAddress(authority)}/diagnoses`;
}

/** Where a diagnosis is begun, with the category that the school was told. */
export function beginDiagnosisAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/diagnoses/begin`;
}
