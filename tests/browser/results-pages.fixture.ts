/** Addresses of the pages of results, the map, the comparison, the watchlist and the sheets, by what they are. */
export function resultsPages(
  county: string,
  schools: ReadonlyMap<string, string>,
): readonly (readonly [name: string, address: string])[] {
  const [primary = '', secondary = '', special = ''] = [
    'a primary causing concern',
    'a secondary',
    'a special school',
  ].map((kind) => schools.get(`a school: ${kind}`));
  return [
    ['the results', `${county}/results`],
    ['the results of a group', `${county}/results?measure=ks4-attainment-8&group=disadvantaged`],
    ['the spread of schools', `${county}/results/spread`],
    ['results and intake', `${county}/results/intake`],
    ['the map', `${county}/map`],
    ['the map by group', `${county}/map?show=group`],
    ['a school compared', `${primary}/compared`],
    ['a school compared, which one', `${secondary}/compared?with=school`],
    ['the watchlist', `${county}/watchlist`],
    ['the watchlist, filtered', `${county}/watchlist?reason=stuck&reason=roll&phase=primary`],
    ['the watchlist, empty', `${county}/watchlist?search=no+school+is+called+this`],
    ['who moved', `${county}/runs`],
    ['how right we were', `${county}/marking`],
    ['how right we were, by another choice', `${county}/marking?months=24&schools=every+school&of=pupils`],
    ['the forecasts replayed', `${county}/trajectory/replay`],
    ['a primary school on a page', `${primary}/on-a-page`],
    ['a special school on a page', `${special}/on-a-page`],
  ];
}
