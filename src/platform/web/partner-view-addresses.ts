import { overviewAddress, schoolAddress } from './addresses.ts';

/** Where a school says what it thinks of its challenge partner. */
export function viewOfPartnerAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/view-of-partner`;
}

/** How schools rate challenge partners. */
export function viewsOfPartnersAddress(authority: string): string {
  return `${overviewAddress(authority)}/views-of-partners`;
}
