/** Addresses that nobody would write, the status of their answers, and what each page says. */
export function oddAddresses(
  county: string,
): readonly (readonly [address: string, status: number, says: RegExp])[] {
  const register = `${county}/risk-register`;
  return [
    [`${register}?search=${'a'.repeat(9000)}`, 200, /0 of \d+ schools/],
    [`${register}?page=9999`, 200, /Showing 401 to/],
    [`${register}?page=-1&page=1e9`, 200, /Showing 1 to 100/],
    [`${register}?sort=__proto__&order=constructor&nonsense=1`, 200, /Showing 1 to 100/],
    [`${register}?__proto__=x&constructor=y&phase=primary&phase=primary`, 200, /Remove this filter/],
    [`${register}?district=%3Cscript%3E&search=%3Cscript%3Ealert(1)`, 200, /&lt;script&gt;/],
    [`${register}?search=%E0%A4%A&phase=%%%&trust=%00`, 200, /0 of \d+ schools/],
    [`${register}/`, 200, /Risk register of schools/],
    [`${register}.csv?page=-1&sort=__proto__`, 200, /URN,LAESTAB/],
    ['/authorities/nowhere/risk-register', 404, /There is nothing at this address/],
    ['/authorities/nowhere/how-categories-are-decided', 404, /There is nothing at this address/],
    ['/authorities/%00', 404, /There is nothing at this address/],
    ['/authorities/__proto__', 404, /There is nothing at this address/],
    [`${county}/results?measure=__proto__&group=%3Cb%3E&phase=x&district=%00`, 200, /Results of schools/],
    [`${county}/results/spread?year=99999&order=__proto__&phase=every`, 200, /Spread of schools/],
    [`${county}/results/intake?intake=constructor&measure=`, 200, /Results and intake/],
    [`${county}/map?district=%3Cscript%3E&show=nonsense`, 200, /Map of schools/],
    [
      `${county}/marking?target=__proto__&months=%3Cscript%3E&schools=&of=constructor`,
      200,
      /within 18 months/,
    ],
    [
      `${county}/trajectory?group=__proto__&to=%00&if=900001_9999-99-99_closes&if=%3Cb%3E`,
      200,
      /no share is told/,
    ],
    [`${county}/trajectory?school=%3Cscript%3E&day=&happens=constructor`, 400, /&lt;script&gt;/],
    [`${county}/trajectory/replay?as-at=%3Cscript%3E`, 400, /is not a date/],
    [`${county}/trajectory/replay?method=__proto__&count=%00`, 200, /Forecasts of/],
    [`${county}/schools/999999/compared`, 404, /There is no such page or record/],
    [`${county}/schools/999999`, 404, /There is no such page or record/],
    [`${county}/schools/%00`, 404, /There is nothing at this address/],
    [`${county}/schools/1%27%20or%201=1`, 404, /There is no such page or record/],
    [`${county}/schools/${'9'.repeat(80)}`, 404, /There is no such page or record/],
    [`${county}/%E0%A4%A`, 404, /Page not found/],
    ['/sources/__proto__', 404, /There is no such page or record/],
  ];
}
