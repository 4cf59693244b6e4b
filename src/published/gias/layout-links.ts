import { openGovernmentLicence, type Layout } from '#/published/layout.ts';

/** `Get Information about Schools`: predecessors and successors (`links_edubasealldata`). A quarter of the dates are blank. */
export const links: Layout = {
  id: 'gias-links',
  title: 'Get Information about Schools: links between establishments',
  publisher: 'Department for Education',
  licence: openGovernmentLicence,
  source: 'gias',
  signature: ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'],
  anyOf: [],
  urn: 'URN',
  dates: '%d-%m-%Y',
  newest: ['LinkEstablishedDate'],
  newestMayLieAhead: true,
  links: { to: 'LinkURN', name: 'LinkName', type: 'LinkType', establishedOn: 'LinkEstablishedDate' },
};
