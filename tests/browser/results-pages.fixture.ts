/** Addresses of the pages of results, the map and the comparison, by what they are. */
export function resultsPages(
  county: string,
  primary: string,
  secondary: string,
): readonly (readonly [name: string, address: string])[] {
  return [
    ['the results', `${county}/results`],
    ['the results of a group', `${county}/results?measure=ks4-attainment-8&group=disadvantaged`],
    ['the spread of schools', `${county}/results/spread`],
    ['results and intake', `${county}/results/intake`],
    ['the map', `${county}/map`],
    ['the map by group', `${county}/map?show=group`],
    ['a school compared', `${primary}/compared`],
    ['a school compared, which one', `${secondary}/compared?with=school`],
  ];
}
