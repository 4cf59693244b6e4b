import { openGovernmentLicence, type Column, type Layout } from '#/published/layout.ts';

const nearest = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * The ten statistical neighbours of every authority, as the Department for Education's children's services statistical
 * neighbour benchmarking tool has them: a row an authority, pairs of columns (code, how close in words) nearest first.
 */
export const statisticalNeighbours: Layout = {
  id: 'statistical-neighbours',
  title: 'Statistical neighbours of local authorities',
  publisher: 'Department for Education',
  licence: openGovernmentLicence,
  source: 'neighbours',
  signature: ['LA number', 'LA Name', ...nearest.map((place): Column => `SN${place}`)],
  anyOf: ['SNP'],
  urn: 'LA number',
  dates: '%d/%m/%Y',
  neighbours: { others: nearest.map((place) => `SN${place}`) },
  newest: [],
};
