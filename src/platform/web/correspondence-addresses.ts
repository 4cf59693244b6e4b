import { ourViewAddress, overviewAddress } from './addresses.ts';

/** Where schools and the authority write to one another. */

export function ourViewDocumentAddress(authority: string, urn: string): string {
  return `${ourViewAddress(authority, urn)}.docx`;
}

/** Forms of the school's own page. */
export function confirmAddress(authority: string, urn: string): string {
  return `${ourViewAddress(authority, urn)}/confirm`;
}

export function replyAddress(authority: string, urn: string): string {
  return `${ourViewAddress(authority, urn)}/reply`;
}

/** One thing that a school is asked. */
export function requestAddress(authority: string, urn: string, request: string): string {
  return `${ourViewAddress(authority, urn)}/requests/${encodeURIComponent(request)}`;
}

/** What schools were asked, all of them. */
export function requestsAddress(authority: string): string {
  return `${overviewAddress(authority)}/requests`;
}

export function askAddress(authority: string): string {
  return `${requestsAddress(authority)}/ask`;
}

/** Who has confirmed having read the category, school by school, and what was replied. */
export function receiptsAddress(authority: string): string {
  return `${overviewAddress(authority)}/receipts`;
}

/** Where those who have not confirmed a letter are reminded. */
export function remindAddress(authority: string): string {
  return `${receiptsAddress(authority)}/remind`;
}
