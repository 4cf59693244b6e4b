/** Addresses of the pages of results, the map and the comparison, by what they are. */
export function resultsPages(
  county: string,
  schools: ReadonlyMap<string, string>,
): readonly (readonly [name: string, address: string])[] {
  const [primary = '', secondary = ''] = ['a primary causing concern', 'a secondary'].map((kind) =>
    schools.get(`a school: ${kind}`),
  );
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
